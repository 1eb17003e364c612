import { useTranslation } from 'react-i18next';
import type { PhaseTiming, Session } from '../../shared/contract/sessions.ts';
import { formatDuration } from '../components/format.ts';
import classes from './connection.module.css';

/** The phases of the last attempt with their durations, and whether the broker knew the session. */
export function PhaseTimings({ session: { phases, state } }: { session: Session }) {
  const { t } = useTranslation();
  const running = state.status === 'connecting';
  const failedPhase = 'cause' in state ? state.cause?.phase : null;

  function wordsFor({ phase, milliseconds }: PhaseTiming) {
    const name = t(`connection.phases.${phase}`);
    if (phase === failedPhase)
      return { name, value: '✕', label: t('connection.phaseFailed', { phase: name }) };
    if (milliseconds !== null) {
      const duration = formatDuration(milliseconds);
      return { name, value: duration, label: t('connection.phaseTook', { phase: name, duration }) };
    }
    return running
      ? { name, value: '…', label: t('connection.phaseRunning', { phase: name }) }
      : { name, value: '–', label: t('connection.phaseCut', { phase: name }) };
  }

  return (
    <div className={classes.phases}>
      <ul aria-label={t('connection.phasesLabel')}>
        {phases.map((timing) => {
          const { name, value, label } = wordsFor(timing);
          return (
            <li key={timing.phase}>
              <span className="visually-hidden">{label}</span>
              <span aria-hidden>
                {name} <b>{value}</b>
              </span>
            </li>
          );
        })}
      </ul>
      {state.status === 'connected' && (
        <span>
          {t(state.sessionPresent ? 'connection.sessionPresent' : 'connection.sessionFresh')}
        </span>
      )}
    </div>
  );
}
