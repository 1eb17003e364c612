import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { platformPorts } from '../../shared/alibaba/endpoints.ts';
import { isEncrypted, mqttVersionSchema, signMethodSchema } from '../../shared/contract/devices.ts';
import { NumberField } from '../components/number-field.tsx';
import classes from './device-dialog.module.css';
import { keepAliveBounds } from './device-draft.ts';
import { transportsOf } from './device-form-values.ts';
import { TrustFields } from './trust-fields.tsx';
import type { DeviceForm } from './use-device-form.ts';
import { useFieldProps } from './use-field-props.ts';

const below = ['label', 'input', 'description', 'error'] as const;

/** How to connect: transport, port, keep-alive and the rest, all with defaults that work. */
export function ConnectionFields({ form }: { form: DeviceForm }) {
  const { t } = useTranslation();
  const field = useFieldProps(form);
  const { kind, signIn, transport } = form.values;
  const isBroker = kind === 'broker';
  const ports = platformPorts(kind, transport);
  const bounds = keepAliveBounds(kind);
  // A certificate takes the place of a signature, and a token comes with a client id.
  const signs = !isBroker && signIn !== 'x509' && signIn !== 'token';
  const isWebSocket = transport === 'ws' || transport === 'wss';
  return (
    <>
      <NativeSelect
        {...field.select('transport')}
        data={transportsOf(form.values).map((value) => ({
          value,
          label: t(`devices.transports.${value}`),
        }))}
      />
      {kind !== 'local' && (
        <NumberField
          {...field.number('port')}
          description={
            ports.length > 0 && t('devices.hints.platformPorts', { ports: ports.join(', ') })
          }
          inputWrapperOrder={[...below]}
        />
      )}
      {isBroker && isWebSocket && <TextInput {...field.text('path')} />}
      {isBroker && (
        <NativeSelect {...field.select('mqttVersion')} data={[...mqttVersionSchema.options]} />
      )}
      {signs && (
        <NativeSelect {...field.select('signMethod')} data={[...signMethodSchema.options]} />
      )}
      <NumberField
        {...field.number('keepAlive')}
        description={
          isBroker ? t('devices.hints.keepAlive') : t('devices.hints.platformKeepAlive', bounds)
        }
        inputWrapperOrder={[...below]}
      />
      {(isBroker || signIn !== 'token') && (
        <TextInput
          {...field.text('clientId')}
          description={t(
            isBroker ? 'devices.hints.brokerClientId' : 'devices.hints.tripleClientId',
          )}
          inputWrapperOrder={[...below]}
        />
      )}
      <Checkbox {...field.check('cleanSession')} className={classes.check} />
      {kind !== 'local' && isEncrypted(transport) && <TrustFields form={form} />}
    </>
  );
}
