import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ConnectionState } from '../../shared/session/connection-state.ts';
import { formatElapsed } from '../components/format.ts';
import { StateIcon, stateLook } from '../components/state-icon.tsx';
import { useNow } from '../components/use-now.ts';
import classes from './connection.module.css';

function textOf(state: Exclude<ConnectionState, { status: 'waiting' }>, t: TFunction): string {
  switch (state.status) {
    case 'idle':
      return t('connection.idle');
    case 'closed':
      return t('connection.closed');
    case 'connected':
      return t('connection.connected');
    case 'connecting': {
      const phase = t(`connection.phases.${state.phase}`);
      const { attempt } = state;
      return attempt > 1
        ? t('connection.connectingAgain', { phase, attempt })
        : t('connection.connecting', { phase });
    }
  }
}

/**
 * A connection's state in words. The ticking figures are outside what a screen reader announces:
 * it hears of each change of state once.
 */
export function ConnectionStateText({ state }: { state: ConnectionState }) {
  const { t } = useTranslation();
  const now = useNow(state.status === 'connected' || state.status === 'waiting');
  const look = stateLook(state);
  return (
    <div
      role="status"
      aria-label={t('connection.state')}
      className={classes.state}
      data-look={look}
    >
      <StateIcon look={look} size={12} />
      {state.status === 'waiting' ? (
        <span role="timer" aria-live="off">
          {t(state.rateLimited ? 'connection.rateLimited' : 'connection.waiting', {
            seconds: Math.max(0, Math.ceil((state.retryAt - now) / 1000)),
          })}
        </span>
      ) : (
        textOf(state, t)
      )}
      {state.status === 'connected' && (
        <span role="timer" aria-live="off" aria-label={t('connection.elapsed')}>
          {formatElapsed(now - state.since)}
        </span>
      )}
    </div>
  );
}
