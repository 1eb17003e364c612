import { IconAlertTriangleFilled, IconCertificate } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { misfitRoot, rootByFingerprint } from '../../shared/alibaba/root-certificates.ts';
import type { Certificate } from '../../shared/contract/certificates.ts';
import classes from './device-dialog.module.css';

interface Props {
  readonly certificates: readonly Certificate[];
  readonly platformPort: number | null;
}

const day = (at: number, language: string) =>
  new Date(at).toLocaleDateString(language, { dateStyle: 'medium', timeZone: 'UTC' });

function textOf({ name, validTo, sha256 }: Certificate, t: TFunction, language: string): string {
  const root = rootByFingerprint(sha256);
  const until = day(validTo, language);
  if (root === null) return t('devices.certificate.other', { name, until });
  return t('devices.certificate.known', { name: root.name, until, ports: root.ports.join(', ') });
}

/** What certificates a text holds: known roots by name, with their end and the ports they are for. */
export function CertificateList({ certificates, platformPort }: Props) {
  const { t, i18n } = useTranslation();
  if (certificates.length === 0) return null;
  const misfit =
    platformPort === null
      ? null
      : misfitRoot(
          certificates.map(({ sha256 }) => sha256),
          platformPort,
        );
  const over = certificates.find(({ validTo }) => validTo < Date.now());
  return (
    <>
      <ul className={classes.certificates} aria-label={t('devices.certificate.list')}>
        {certificates.map((certificate) => (
          <li key={certificate.sha256} title={`SHA-256 ${certificate.sha256}`}>
            <IconCertificate size={14} aria-hidden />
            {textOf(certificate, t, i18n.language)}
          </li>
        ))}
      </ul>
      <p className={classes.warning} role="status">
        {(misfit || over) && <IconAlertTriangleFilled size={14} aria-hidden />}
        {misfit &&
          platformPort !== null &&
          t('devices.certificate.misfit', {
            name: misfit.name,
            ports: misfit.ports.join(', '),
            port: platformPort,
          })}
        {!misfit && over && t('devices.certificate.expired', { name: over.name })}
      </p>
    </>
  );
}
