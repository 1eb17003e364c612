import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { platformPorts } from '../../shared/alibaba/endpoints.ts';
import {
  mqttVersionSchema,
  signMethodSchema,
  transportSchema,
} from '../../shared/contract/devices.ts';
import classes from './device-dialog.module.css';
import { isEncrypted, keepAliveBounds } from './device-form-values.ts';
import { RootCertificateField } from './root-certificate-field.tsx';
import type { DeviceForm } from './use-device-form.ts';
import { useFieldProps } from './use-field-props.ts';

const below = ['label', 'input', 'description', 'error'] as const;

/** How to connect: transport, port, keep-alive and the rest, all with defaults that work. */
export function ConnectionFields({ form }: { form: DeviceForm }) {
  const { t } = useTranslation();
  const field = useFieldProps(form);
  const { kind, transport, cleanSession } = form.values;
  const isBroker = kind === 'broker';
  const ports = platformPorts(kind, transport);
  const bounds = keepAliveBounds(kind);
  return (
    <>
      {kind !== 'local' && (
        <>
          <NativeSelect
            {...field.select('transport')}
            data={transportSchema.options.map((value) => ({
              value,
              label: t(`devices.transports.${value}`),
            }))}
          />
          <NumberInput
            {...field.number('port')}
            description={
              ports.length > 0 && t('devices.hints.platformPorts', { ports: ports.join(', ') })
            }
            inputWrapperOrder={[...below]}
          />
        </>
      )}
      {isBroker ? (
        <NativeSelect {...field.select('mqttVersion')} data={[...mqttVersionSchema.options]} />
      ) : (
        <NativeSelect {...field.select('signMethod')} data={[...signMethodSchema.options]} />
      )}
      <NumberInput
        {...field.number('keepAlive')}
        description={
          isBroker ? t('devices.hints.keepAlive') : t('devices.hints.platformKeepAlive', bounds)
        }
        inputWrapperOrder={[...below]}
      />
      <TextInput
        {...field.text('clientId')}
        description={t(isBroker ? 'devices.hints.brokerClientId' : 'devices.hints.tripleClientId')}
        inputWrapperOrder={[...below]}
        spellCheck={false}
      />
      <Checkbox
        className={classes.check}
        label={t('devices.fields.cleanSession')}
        checked={cleanSession}
        onChange={(event) => form.change({ cleanSession: event.currentTarget.checked })}
      />
      {kind !== 'local' && isEncrypted(transport) && <RootCertificateField form={form} />}
    </>
  );
}
