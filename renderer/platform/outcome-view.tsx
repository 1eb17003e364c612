import {
  IconAlertTriangleFilled,
  IconCheck,
  IconClockX,
  IconPlugConnectedX,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActOutcome } from '../../shared/contract/platform.ts';
import { Failure } from '../components/failure.tsx';
import { formatDuration } from '../components/format.ts';
import { shadowCodeText } from '../i18n/code-names.ts';
import { errorDetail, explainError } from '../i18n/explain.ts';
import classes from './cloud-panel.module.css';
import { codeTexts } from './log-code.ts';
import { ShownTextView } from './shown-text-view.tsx';
import type { ActState } from './use-act.ts';

/** What came of the last act, beside the act. */
export function OutcomeView({ state }: { state: ActState }) {
  const { t } = useTranslation();
  if (state.kind === 'failed')
    return (
      <Failure
        text={explainError(state.error)}
        detail={errorDetail(state.error)}
        detailLabel={t('platform.details')}
      />
    );
  return (
    <div role="status" aria-label={t('platform.cloud.outcome')} className={classes.outcome}>
      {state.kind === 'busy' && t('platform.cloud.waiting')}
      {state.kind === 'done' && <Outcome outcome={state.outcome} />}
    </div>
  );
}

function Outcome({ outcome }: { outcome: ActOutcome }) {
  const { t } = useTranslation();
  switch (outcome.status) {
    case 'replied': {
      const { code, payload } = outcome;
      const duration = formatDuration(outcome.milliseconds);
      const fine = code === null || code === 200;
      return (
        <>
          <Line
            tone={fine ? 'good' : 'bad'}
            icon={
              fine ? (
                <IconCheck size={14} aria-hidden />
              ) : (
                <IconAlertTriangleFilled size={14} aria-hidden />
              )
            }
          >
            {code === null
              ? t('platform.cloud.answered', { duration })
              : t('platform.cloud.replied', { code, duration })}
            {code !== null && !fine && <span className="dimmed"> {codeTexts(code, '').name}</span>}
          </Line>
          <ShownTextView shown={payload} label={t('platform.cloud.answer')} />
        </>
      );
    }
    case 'timed-out':
      return (
        <Line tone="bad" icon={<IconClockX size={14} aria-hidden />}>
          {t('platform.cloud.timedOut', { duration: formatDuration(outcome.milliseconds) })}
        </Line>
      );
    case 'offline':
      return (
        <Line tone="bad" icon={<IconPlugConnectedX size={14} aria-hidden />}>
          {t('platform.cloud.offline')}
        </Line>
      );
    case 'refused': {
      const { code, refusal, what } = outcome;
      const reason = t(`platform.cloud.refusals.${refusal}`, { what });
      const name = refusal === 'shadow' ? shadowCodeText(code) : codeTexts(code, '').name;
      return (
        <Line tone="bad" icon={<IconAlertTriangleFilled size={14} aria-hidden />}>
          {t('platform.cloud.refused', { code, reason })}
          <span className="dimmed"> {name}</span>
        </Line>
      );
    }
    case 'done':
      return (
        <Line tone="good" icon={<IconCheck size={14} aria-hidden />}>
          {outcome.receivers === null
            ? t('platform.cloud.done')
            : outcome.receivers === 0
              ? t('platform.cloud.nobody')
              : t('platform.cloud.sent', { count: outcome.receivers })}
        </Line>
      );
  }
}

interface LineProps {
  readonly tone: 'good' | 'bad';
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

function Line({ tone, icon, children }: LineProps) {
  return (
    <p className={classes.line} data-tone={tone}>
      {icon}
      <span>{children}</span>
    </p>
  );
}
