import { ActionIcon, Anchor } from '@mantine/core';
import { IconAlertTriangle, IconTrash } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Capture } from '../../shared/contract/packets.ts';
import { ask } from '../bridge.ts';
import { ConfirmDialog } from '../components/confirm-dialog.tsx';
import { formatBytes } from '../components/format.ts';
import { explainError } from '../i18n/explain.ts';
import { forgetTab, openCapture } from '../stores/tabs.ts';
import { useApp } from '../stores/use-app.ts';
import classes from './welcome.module.css';

/**
 * Captures that no session writes to, the newest first.
 *
 * @param deviceId the device whose captures to list; null for all, which adds their endpoints
 */
export function PastCaptures({ deviceId }: { deviceId: string | null }) {
  const { t, i18n } = useTranslation();
  const captures = useApp((state) => state.captures);
  const [deleting, setDeleting] = useState<Capture | null>(null);
  const past = useMemo(
    () =>
      captures
        .filter((capture) => !capture.live && (!deviceId || capture.deviceId === deviceId))
        .sort((a, b) => b.startedAt - a.startedAt),
    [captures, deviceId],
  );
  const clock = new Intl.DateTimeFormat(i18n.language, {
    dateStyle: 'medium',
    timeStyle: 'medium',
  });
  const count = new Intl.NumberFormat(i18n.language);
  const nameOf = ({ label, startedAt }: Capture) => ({ label, time: clock.format(startedAt) });

  return (
    <section className={classes.past} aria-labelledby="past-captures">
      <h2 id="past-captures">{t('welcome.pastCaptures')}</h2>
      {past.length === 0 ? (
        <p className="dimmed">{t('welcome.noCaptures')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('welcome.columns.device')}</th>
              {!deviceId && <th scope="col">{t('welcome.columns.endpoint')}</th>}
              <th scope="col">{t('welcome.columns.started')}</th>
              <th scope="col" className={classes.number}>
                {t('welcome.columns.packets')}
              </th>
              <th scope="col" className={classes.number}>
                {t('welcome.columns.size')}
              </th>
              <th scope="col">
                <span className="visually-hidden">{t('welcome.columns.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {past.map((capture) => (
              <tr key={capture.id}>
                <td>
                  <Anchor
                    component="button"
                    fz="sm"
                    aria-label={t('welcome.open', nameOf(capture))}
                    onClick={() => openCapture(capture.id)}
                  >
                    {capture.label}
                  </Anchor>
                  {capture.cut > 0 && (
                    <span className={classes.cut}>
                      <IconAlertTriangle size={12} aria-hidden />
                      {t('welcome.cut', { bytes: count.format(capture.cut) })}
                    </span>
                  )}
                </td>
                {!deviceId && <td className={classes.endpoint}>{capture.endpoint}</td>}
                <td className={classes.time}>{clock.format(capture.startedAt)}</td>
                <td className={classes.number}>{count.format(capture.packets)}</td>
                <td className={classes.number}>{formatBytes(capture.bytes)}</td>
                <td className={classes.actions}>
                  <ActionIcon
                    aria-label={t('welcome.delete', nameOf(capture))}
                    onClick={() => setDeleting(capture)}
                  >
                    <IconTrash size={14} />
                  </ActionIcon>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {deleting && (
        <ConfirmDialog
          title={t('welcome.deleteTitle')}
          text={t('welcome.deleteText', nameOf(deleting))}
          confirm={t('welcome.deleteConfirm')}
          cancel={t('welcome.cancel')}
          explain={explainError}
          onConfirm={async () => {
            await ask('captures.delete', { captureId: deleting.id });
            forgetTab(deleting.id);
          }}
          onClose={() => setDeleting(null)}
        />
      )}
    </section>
  );
}
