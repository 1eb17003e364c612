import { useTranslation } from 'react-i18next';
import type { ConnectionParameters } from '../../shared/contract/connection-parameters.ts';
import { CopyButton } from '../components/copy-button.tsx';
import classes from './parameters.module.css';

interface TextProps {
  readonly field: 'endpoint' | 'clientId' | 'username' | 'content';
  /** null or empty where nothing is sent: then it says what that means. */
  readonly text: string | null;
}

function Absent({ text }: { text: string }) {
  return <span className={`${classes.text} dimmed`}>{text}</span>;
}

/** A text that goes over the wire or into the signature, to be copied as it is. */
function SentText({ field, text }: TextProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.line}>
      <dt>{t(`parameters.fields.${field}`)}</dt>
      {text ? (
        <dd>
          <code className={classes.text}>{text}</code>
          <CopyButton text={text} name={t(`parameters.copy.${field}`)} />
        </dd>
      ) : (
        <dd>
          <Absent
            text={t(field === 'clientId' ? 'parameters.chosenByBroker' : 'parameters.none')}
          />
        </dd>
      )}
    </div>
  );
}

/** What stands for a password that is not sent. */
const instead = { x509: 'certificateInstead', certificate: 'certificateToo' } as const;

/** That there is a password, and how to make it; never the password. */
function SentPassword({ parameters }: { parameters: ConnectionParameters }) {
  const { t } = useTranslation();
  const { credentials, sendsPassword, signature } = parameters;
  if (!sendsPassword) {
    const text =
      credentials === 'x509' || credentials === 'certificate' ? instead[credentials] : 'none';
    return <Absent text={t(`parameters.${text}`)} />;
  }
  if (!signature) {
    const text = credentials === 'token' ? 'savedToken' : 'savedPassword';
    return <span className={classes.text}>{t(`parameters.${text}`)}</span>;
  }
  const { signMethod, passwordLength, key } = signature;
  return (
    <span className={classes.text}>
      {t('parameters.masked', { count: passwordLength })}
      <small>{t(`parameters.howToSign.${key}`, { method: signMethod })}</small>
    </span>
  );
}

const secureModes = { 2: 'tls', 3: 'plain', [-2]: 'notRegistered' } as const;

/** The short ones, side by side. */
function Facts({ parameters }: { parameters: ConnectionParameters }) {
  const { t } = useTranslation();
  const { signature, secureMode, keepAlive, cleanSession, mqttVersion } = parameters;
  const facts = [
    ...(signature ? ([['signMethod', signature.signMethod]] as const) : []),
    ...(secureMode === null
      ? []
      : ([['secureMode', t(`parameters.secureModes.${secureModes[secureMode]}`)]] as const)),
    ...(signature?.key === 'secret'
      ? ([['timestamp', signature.timestamp ?? t('parameters.none')]] as const)
      : []),
    ['keepAlive', keepAlive],
    ['cleanSession', t(cleanSession ? 'parameters.yes' : 'parameters.no')],
    ['mqttVersion', mqttVersion],
  ] as const;
  return (
    <dl className={classes.facts}>
      {facts.map(([field, value]) => (
        <div key={field}>
          <dt>{t(`parameters.fields.${field}`)}</dt>
          <dd className="figures">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What of it changes from one connection to the next, or is said first. */
function noteFor({ credentials, signature }: ConnectionParameters) {
  if (credentials === 'register') return 'register';
  if (credentials === 'x509') return 'timestamp';
  return signature && signature.timestamp !== null ? 'timestamp' : null;
}

/** What Tricorder would say in CONNECT if it connected now. */
export function SentParameters({ parameters }: { parameters: ConnectionParameters }) {
  const { t } = useTranslation();
  const { endpoint, clientId, username, signature } = parameters;
  const note = noteFor(parameters);
  return (
    <>
      <dl className={classes.sent}>
        <SentText field="endpoint" text={endpoint} />
        <SentText field="clientId" text={clientId} />
        <SentText field="username" text={username} />
        {signature && <SentText field="content" text={signature.content} />}
        <div className={classes.line}>
          <dt>{t('parameters.fields.password')}</dt>
          <dd>
            <SentPassword parameters={parameters} />
          </dd>
        </div>
      </dl>
      <Facts parameters={parameters} />
      {note && <p className={classes.note}>{t(`parameters.notes.${note}`)}</p>}
    </>
  );
}
