import { Button } from '@mantine/core';
import { IconAlertTriangleFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session, Subscription } from '../../shared/contract/sessions.ts';
import { ask } from '../bridge.ts';
import { explainRefusal } from '../components/explain-refusal.ts';
import { Failure } from '../components/failure.tsx';
import { FindingView } from '../components/finding-view.tsx';
import { formatCount } from '../components/format.ts';
import { unusable } from '../components/unusable.ts';
import { errorDetail, explainError } from '../i18n/explain.ts';
import { useProgress } from '../stores/progress.ts';
import { useApp } from '../stores/use-app.ts';
import classes from './subscriptions.module.css';

function Granted({ subscription }: { subscription: Subscription }) {
  const { t } = useTranslation();
  const { granted } = subscription;
  if (granted === null) return <span className="dimmed">{t('subscriptions.waiting')}</span>;
  if (granted < 128) return t('subscriptions.qosGranted', { qos: granted });
  return (
    <span className={classes.refused}>
      <IconAlertTriangleFilled size={13} aria-hidden />
      {t('subscriptions.refused', { code: granted })}
    </span>
  );
}

interface Props {
  readonly session: Session;
  readonly subscription: Subscription;
}

/** One subscription; under a refused one why it was refused and what to try. */
export function SubscriptionRow({ session, subscription }: Props) {
  const { t, i18n } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const device = useApp(({ devices }) => devices.find(({ id }) => id === session.deviceId));
  const findings = device ? explainRefusal(subscription, device.target) : [];
  const connected = session.state.status === 'connected';
  const { filter, requestedQos, granted } = subscription;
  const isRefused = granted !== null && granted >= 128;
  const canLeave = connected || isRefused;
  const messages = useProgress(session.id, (progress) => progress.messages[filter]) ?? 0;

  async function unsubscribe(): Promise<void> {
    setBusy(true);
    setFailure(null);
    try {
      await ask('sessions.unsubscribe', { sessionId: session.id, filter });
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <tr>
        <td className={classes.mono}>{filter}</td>
        <td>{t('subscriptions.qosGranted', { qos: requestedQos })}</td>
        <td>
          <Granted subscription={subscription} />
        </td>
        <td className={classes.number}>{formatCount(messages, i18n.language)}</td>
        <td className={classes.actions}>
          <Button
            variant="default"
            size="compact-xs"
            {...unusable(!canLeave || busy)}
            title={canLeave ? undefined : t('subscriptions.notConnected')}
            onClick={unsubscribe}
          >
            {t(isRefused ? 'subscriptions.remove' : 'subscriptions.unsubscribe')}
          </Button>
        </td>
      </tr>
      {(findings.length > 0 || failure !== null) && (
        <tr className={classes.explanation}>
          <td colSpan={5}>
            {findings.map((finding) => (
              <FindingView key={finding.rule} finding={finding} />
            ))}
            {failure !== null && (
              <Failure
                text={explainError(failure)}
                detail={errorDetail(failure)}
                detailLabel={t('subscriptions.details')}
              />
            )}
          </td>
        </tr>
      )}
    </>
  );
}
