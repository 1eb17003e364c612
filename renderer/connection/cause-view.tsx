import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { explainCause } from '../../shared/alibaba/diagnosis/explain-cause.ts';
import type { DeviceTarget } from '../../shared/contract/devices.ts';
import type { Cause } from '../../shared/session/connection-state.ts';
import { findingTexts } from '../i18n/finding-texts.ts';
import classes from './connection.module.css';

/** Why a connection failed or ended: what happened, what to try first, why, and the raw error. */
export function CauseView({ cause, target }: { cause: Cause; target: DeviceTarget }) {
  const { t } = useTranslation();
  const label = cause.phase ? t('connection.causeLabel') : t('connection.causeLast');
  return (
    <section className={classes.cause} aria-label={label}>
      <IconAlertTriangle size={16} className={classes.causeIcon} aria-hidden />
      <div>
        {explainCause(cause, { target }).map((finding) => {
          const { what, why, todo } = findingTexts(finding);
          return (
            <div key={finding.rule}>
              <strong>{what}</strong>
              <p>
                <b>{t('connection.todo')}</b> {todo}
              </p>
              <p className={classes.why}>{why}</p>
            </div>
          );
        })}
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
