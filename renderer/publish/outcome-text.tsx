import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../shared/contract/sessions.ts';
import { Failure } from '../components/failure.tsx';
import { formatDuration } from '../components/format.ts';
import { errorDetail, explainError } from '../i18n/explain.ts';
import classes from './outcome.module.css';
import { ReplyText } from './reply-text.tsx';
import type { Outcome } from './use-publish.ts';

interface Props {
  readonly session: Session;
  readonly outcome: Outcome;
  readonly connected: boolean;
}

/** What became of the last publish: the broker's answer, and the platform's. */
export function OutcomeText({ session, outcome, connected }: Props) {
  const { t } = useTranslation();
  if (connected && outcome.kind === 'failed')
    return (
      <div className={classes.failure}>
        <Failure
          text={explainError(outcome.error)}
          detail={errorDetail(outcome.error)}
          detailLabel={t('publish.details')}
        />
      </div>
    );
  return (
    <div className={classes.outcome}>
      <span role="status" className={classes.broker}>
        {!connected && t('publish.notConnected')}
        {connected && outcome.kind === 'busy' && t('publish.publishing')}
        {connected && outcome.kind === 'published' && (
          <>
            <IconCheck size={14} color="var(--state-connected)" aria-hidden />
            {outcome.qos === 0 ? t('publish.handedOver') : <Acknowledged {...outcome} />}
          </>
        )}
      </span>
      {connected && outcome.kind === 'published' && outcome.reply && (
        <ReplyText session={session} state={outcome.reply} />
      )}
    </div>
  );
}

type Published = Extract<Outcome, { kind: 'published' }>;

function Acknowledged({ qos, acknowledgedAfter }: Published) {
  const { t } = useTranslation();
  // What ends a publish of QoS 1 and of QoS 2 (MQTT 3.1.1 §4.3).
  const packet = qos === 1 ? 'PUBACK' : 'PUBCOMP';
  return acknowledgedAfter === null
    ? packet
    : t('publish.acknowledged', { packet, duration: formatDuration(acknowledgedAfter) });
}
