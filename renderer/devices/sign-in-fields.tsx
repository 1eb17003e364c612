import { useTranslation } from 'react-i18next';
import { X509_REGION } from '../../shared/alibaba/endpoints.ts';
import { CertificateField } from './certificate-field.tsx';
import classes from './device-dialog.module.css';
import { PrivateKeyField, SecretField } from './secret-field.tsx';
import type { DeviceForm } from './use-device-form.ts';

/** What a triple signs in with, by the way that is chosen. */
export function SignInFields({ form }: { form: DeviceForm }) {
  const { t } = useTranslation();
  const { kind, signIn, region, customHost } = form.values;
  switch (signIn) {
    case 'secret':
      return <SecretField form={form} name="secret" label={t('devices.fields.deviceSecret')} />;
    case 'register':
    case 'regnwl':
      return (
        <>
          <SecretField form={form} name="productSecret" label={t('devices.fields.productSecret')} />
          <div className={`${classes.note} ${classes.wide}`}>
            <p>{t(`devices.hints.${signIn}`)}</p>
            {kind === 'local' && <p>{t('devices.hints.registerLocally')}</p>}
            {kind !== 'local' && signIn === 'regnwl' && <p>{t('devices.hints.regnwlLimits')}</p>}
          </div>
        </>
      );
    case 'token':
      return <p className={`${classes.note} ${classes.wide}`}>{t('devices.hints.token')}</p>;
    case 'x509':
      return (
        <>
          <CertificateField
            form={form}
            name="certificate"
            hint={t('devices.hints.deviceCertificate')}
          />
          <PrivateKeyField form={form} />
          <SecretField form={form} name="passphrase" label={t('devices.fields.passphrase')} />
          {kind === 'alibaba-public' && region !== X509_REGION && customHost === '' && (
            <p className={`${classes.note} ${classes.wide}`}>
              {t('devices.hints.x509Region', { region: X509_REGION })}
            </p>
          )}
        </>
      );
  }
}
