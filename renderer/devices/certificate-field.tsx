import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CertificateList } from './certificate-list.tsx';
import classes from './device-dialog.module.css';
import { FileLink } from './file-link.tsx';
import { useCertificates } from './use-certificates.ts';
import type { DeviceForm } from './use-device-form.ts';
import { useFieldProps } from './use-field-props.ts';

interface Props {
  readonly form: DeviceForm;
  readonly name: 'rootCertificate' | 'certificate';
  /** What the field is for; the certificates found in it are listed below. */
  readonly hint: string;
  /** The port of a platform whose root it must be; null where any root may be right. */
  readonly platformPort?: number | null;
}

/** Certificates as PEM text, typed, pasted or read from a file, and what they are. */
export function CertificateField({ form, name, hint, platformPort = null }: Props) {
  const { t } = useTranslation();
  const field = useFieldProps(form).text(name);
  const reading = useCertificates(form.values[name]);
  return (
    <div className={classes.wide}>
      <Textarea
        {...field}
        error={field.error ?? (reading.isUnreadable && t('devices.errors.rootCertificate'))}
        classNames={{ input: classes.pem ?? '' }}
        description={
          <>
            {hint}{' '}
            <FileLink accept=".pem,.crt,.cer" onText={(text) => form.change({ [name]: text })} />
          </>
        }
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder="-----BEGIN CERTIFICATE-----"
        rows={2}
        // Three lines of a certificate are no triple.
        onPaste={(event) => event.stopPropagation()}
      />
      <CertificateList certificates={reading.certificates} platformPort={platformPort} />
    </div>
  );
}
