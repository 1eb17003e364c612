import { Anchor, FileButton, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './device-dialog.module.css';
import type { DeviceForm } from './use-device-form.ts';
import { useFieldProps } from './use-field-props.ts';

/** Root certificates to trust: PEM text, typed, pasted or read from a file. */
export function RootCertificateField({ form }: { form: DeviceForm }) {
  const { t } = useTranslation();
  const field = useFieldProps(form);
  async function read(file: File | null) {
    if (file) form.change({ rootCertificate: await file.text() });
  }
  return (
    <Textarea
      {...field.text('rootCertificate')}
      className={classes.wide}
      classNames={{ input: classes.pem }}
      description={
        <>
          {t('devices.hints.rootCertificate')}{' '}
          <FileButton onChange={read} accept=".pem,.crt,.cer">
            {(props) => (
              <Anchor {...props} component="button" type="button" fz="inherit">
                {t('devices.hints.chooseFile')}
              </Anchor>
            )}
          </FileButton>
        </>
      }
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder="-----BEGIN CERTIFICATE-----"
      rows={2}
      spellCheck={false}
      // Three lines of a certificate are no triple.
      onPaste={(event) => event.stopPropagation()}
    />
  );
}
