import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { explainCause } from '../../shared/alibaba/diagnosis/explain-cause.ts';
import type { DeviceTarget } from '../../shared/contract/devices.ts';
import type { Cause } from '../../shared/session/connection-state.ts';
import { textFor } from '../i18n/setup.ts';
import classes from './connection.module.css';

/** Why a connection failed or ended: what happened, why, what to try, and the raw error. */
export function CauseView({ cause, target }: { cause: Cause; target: DeviceTarget }) {
  const { t } = useTranslation();
  const label = cause.phase ? t('connection.causeLabel') : t('connection.causeLast');
  return (
    <section className={classes.cause} aria-label={label}>
      <IconAlertTriangle size={16} className={classes.causeIcon} aria-hidden />
      <div>
        {explainCause(cause, { target }).map(({ rule, values }) => (
          <div key={rule}>
            <strong>{textFor(`findings.${rule}.what`, values)}</strong>
            <p>{textFor(`findings.${rule}.why`, values)}</p>
            <p>
              <b>{t('connection.todo')}</b> {textFor(`findings.${rule}.todo`, values)}
            </p>
          </div>
        ))}
        {cause.raw && (
          <details>
            <summary>{t('connection.details')}</summary>
            <code>{cause.raw}</code>
          </details>
        )}
      </div>
    </section>
  );
}
