import { Button, Modal, NativeSelect } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { endpointHost } from '../../shared/alibaba/endpoints.ts';
import { type Device, deviceTargetSchema, isEncrypted } from '../../shared/contract/devices.ts';
import { Failure } from '../components/failure.tsx';
import { unusable } from '../components/unusable.ts';
import { errorDetail, explainError } from '../i18n/explain.ts';
import { closeDeviceForm, deviceFormStore } from '../stores/dialogs.ts';
import { ClientCertificateSection } from './client-certificate-section.tsx';
import { ClientIdSection } from './client-id-section.tsx';
import { ConnectionFields } from './connection-fields.tsx';
import classes from './device-dialog.module.css';
import { BrokerFields, InstanceField, TripleFields } from './device-fields.tsx';
import { type DeviceFormValues, isCloud } from './device-form-values.ts';
import { targetInput } from './device-target.ts';
import { PropertiesSection } from './properties-section.tsx';
import { type DeviceForm, useDeviceForm } from './use-device-form.ts';
import { useFieldProps } from './use-field-props.ts';
import { WillSection } from './will-section.tsx';

const kinds = ['alibaba-public', 'alibaba-enterprise', 'local', 'broker'] as const;

/** Mounts the form's dialog while the form is open. */
export function DeviceDialog() {
  const open = useStore(deviceFormStore, (state) => state.open);
  const { t } = useTranslation();
  return (
    <Modal
      opened={open !== null}
      onClose={closeDeviceForm}
      title={t(open?.device ? 'devices.edit' : 'devices.add')}
      size={640}
      closeButtonProps={{ 'aria-label': t('devices.cancel') }}
      closeOnClickOutside={false}
    >
      {open && <DeviceFormBody device={open.device} />}
    </Modal>
  );
}

function DeviceFormBody({ device }: { device: Device | null }) {
  const { t } = useTranslation();
  const form = useDeviceForm(device);
  const field = useFieldProps(form);
  const body = useRef<HTMLFormElement>(null);
  const { kind, transport, mqttVersion } = form.values;
  const isBroker = kind === 'broker';
  // The first mistake may be out of sight, or in a section that was closed until now.
  useEffect(() => {
    if (Object.keys(form.errors).length > 0)
      body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [form.errors]);
  return (
    <form ref={body} onSubmit={form.submit} onPaste={form.paste} noValidate>
      <div className={classes.fields}>
        <NativeSelect
          {...field.select('kind')}
          className={isCloud(kind) ? '' : classes.wide}
          data={kinds.map((value) => ({ value, label: t(`devices.kinds.${value}`) }))}
        />
        <InstanceField form={form} />
        {isBroker ? <BrokerFields form={form} /> : <TripleFields form={form} />}
        <hr className={classes.rule} />
        <ConnectionFields form={form} />
      </div>
      {!isBroker && <ClientIdSection form={form} />}
      {isBroker && isEncrypted(transport) && <ClientCertificateSection form={form} />}
      {isBroker && <WillSection form={form} />}
      {isBroker && mqttVersion === '5' && <PropertiesSection form={form} />}
      <div className={classes.footer}>
        {form.failure !== null && (
          <div className={classes.failure}>
            <Failure
              text={explainError(form.failure)}
              detail={errorDetail(form.failure)}
              detailLabel={t('devices.details')}
            />
          </div>
        )}
        <FormHint form={form} />
        <Button variant="default" onClick={closeDeviceForm}>
          {t('devices.cancel')}
        </Button>
        <Button type="submit" {...unusable(form.saving)}>
          {t('devices.save')}
        </Button>
      </div>
    </form>
  );
}

/** The host the form would connect to, once enough of it is filled in. */
function hostOf(values: DeviceFormValues): string | null {
  if (values.kind === 'broker') return null;
  const { data } = deviceTargetSchema.safeParse(targetInput(values));
  return data ? `${endpointHost(data)}:${values.port}` : null;
}

/** Says what a paste has done, and before that what it could do or where the form leads. */
function FormHint({ form }: { form: DeviceForm }) {
  const { t } = useTranslation();
  const { values, pasted } = form;
  const endpoint = hostOf(values);
  const standing = () => {
    if (values.kind === 'local') return t('devices.hints.localEndpoint');
    if (endpoint) return t('devices.hints.endpoint', { endpoint });
    return values.kind === 'broker' ? '' : t('devices.hints.paste');
  };
  const done = () =>
    pasted > 1 ? t('devices.hints.filledFirst', { count: pasted }) : t('devices.hints.filled');
  return (
    <p className={classes.hint}>
      <span role="status">{pasted > 0 && done()}</span> {standing()}
    </p>
  );
}
