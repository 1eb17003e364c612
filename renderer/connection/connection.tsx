import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Device, deviceLabel } from '../../shared/contract/devices.ts';
import type { Session } from '../../shared/contract/sessions.ts';
import { Failure } from '../components/failure.tsx';
import { errorDetail, explainError } from '../i18n/explain.ts';
import { CauseView } from './cause-view.tsx';
import classes from './connection.module.css';
import { ConnectionButtons } from './connection-buttons.tsx';
import { ConnectionStateText } from './connection-state-text.tsx';
import { endpointText } from './endpoint-text.ts';
import { PhaseTimings } from './phase-timings.tsx';

interface Props {
  readonly device: Device;
  /** null while the device has none. */
  readonly session: Session | null;
  /** What else can be done here, after the connection's own buttons. */
  readonly actions?: ReactNode;
}

/** A device's connection: where to, how it stands, how it came to be, and why it failed. */
export function Connection({ device, session, actions }: Props) {
  const { t } = useTranslation();
  const [failure, setFailure] = useState<unknown>(null);
  const label = session?.label ?? deviceLabel(device.target);
  const endpoint =
    session?.endpoint ?? endpointText(device.target) ?? t('connection.localPlatform');
  const state = session?.state ?? { status: 'idle' as const };
  const cause = 'cause' in state ? state.cause : null;
  return (
    <section className={classes.region} aria-label={t('connection.region')}>
      <div className={classes.line}>
        <h1 className={classes.label} title={label}>
          {label}
        </h1>
        <span className={classes.endpoint} title={endpoint}>
          {endpoint}
        </span>
        <ConnectionStateText state={state} />
        <ConnectionButtons device={device} session={session} onFailure={setFailure} />
        {actions}
      </div>
      {session && session.phases.length > 0 && <PhaseTimings session={session} />}
      {state.status === 'waiting' && state.rateLimited && (
        <p className={classes.limit}>{t('connection.rateLimitedWhy')}</p>
      )}
      {failure !== null && (
        <Failure
          text={explainError(failure)}
          detail={errorDetail(failure)}
          detailLabel={t('connection.details')}
        />
      )}
      {cause && <CauseView cause={cause} target={device.target} />}
    </section>
  );
}
