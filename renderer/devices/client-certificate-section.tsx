import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CertificateField } from './certificate-field.tsx';
import { FormSection } from './form-section.tsx';
import { PrivateKeyField, SecretField } from './secret-field.tsx';
import type { DeviceForm } from './use-device-form.ts';
import { useFieldProps } from './use-field-props.ts';

/** What a client shows and offers in the TLS handshake with a broker. */
export function ClientCertificateSection({ form }: { form: DeviceForm }) {
  const { t } = useTranslation();
  const field = useFieldProps(form);
  return (
    <FormSection
      form={form}
      title={t('devices.sections.clientCertificate')}
      fields={['certificate', 'privateKey', 'passphrase', 'alpn']}
      isUsed={form.values.certificate !== '' || form.values.alpn !== ''}
    >
      <CertificateField
        form={form}
        name="certificate"
        hint={t('devices.hints.clientCertificate')}
      />
      <PrivateKeyField form={form} />
      <SecretField form={form} name="passphrase" label={t('devices.fields.passphrase')} />
      <TextInput
        {...field.text('alpn')}
        description={t('devices.hints.alpn')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder="mqtt"
      />
    </FormSection>
  );
}
