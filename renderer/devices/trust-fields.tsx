import { NativeSelect } from '@mantine/core';
import { IconAlertTriangleFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CertificateField } from './certificate-field.tsx';
import classes from './device-dialog.module.css';
import { isCloud } from './device-form-values.ts';
import type { DeviceForm } from './use-device-form.ts';
import { useFieldProps } from './use-field-props.ts';
import { useSystemStore } from './use-system-store.ts';

const choices = ['runtime', 'system', 'given'] as const;
/** Where only Aliyun's own root will do, which no store has. */
const ALIYUN_ROOT_PORT = 8883;

/** Which root certificates to trust: those of a store, or those that are given here. */
export function TrustFields({ form }: { form: DeviceForm }) {
  const { t } = useTranslation();
  const field = useFieldProps(form);
  const { kind, trust, port } = form.values;
  const onPlatform = isCloud(kind);
  const store = useSystemStore(trust === 'system');
  const hint = () => {
    if (trust !== 'system') return t(`devices.trust.${trust}Hint`);
    if (store === undefined) return undefined;
    return store === null
      ? t('devices.trust.noStore')
      : t('devices.trust.store', { count: store.certificates, source: store.source });
  };
  return (
    <>
      <NativeSelect
        {...field.select('trust')}
        className={classes.wide}
        data={choices.map((value) => ({ value, label: t(`devices.trust.${value}`) }))}
        description={hint()}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
      />
      {onPlatform && port === ALIYUN_ROOT_PORT && trust !== 'given' && (
        <p className={`${classes.warning} ${classes.wide}`} role="status">
          <IconAlertTriangleFilled size={14} aria-hidden />
          {t('devices.trust.needsAliyunRoot', { port })}
        </p>
      )}
      <CertificateField
        form={form}
        name="rootCertificate"
        hint={t('devices.hints.rootCertificate')}
        platformPort={onPlatform && port !== '' ? port : null}
      />
    </>
  );
}
