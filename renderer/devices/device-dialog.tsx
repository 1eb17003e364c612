import { Button, Modal, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { endpointHost } from '../../shared/alibaba/endpoints.ts';
import { type Device, deviceTargetSchema } from '../../shared/contract/devices.ts';
import { Failure } from '../components/failure.tsx';
import { errorDetail, explainError } from '../i18n/explain.ts';
import { closeDeviceForm, deviceFormStore } from '../stores/dialogs.ts';
import { ConnectionFields } from './connection-fields.tsx';
import classes from './device-dialog.module.css';
import { BrokerFields, TripleFields } from './device-fields.tsx';
import type { DeviceFormValues } from './device-form-values.ts';
import { type DeviceForm, useDeviceForm } from './use-device-form.ts';
import { useFieldProps } from './use-field-props.ts';

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
  const isBroker = form.values.kind === 'broker';
  const hasSecret =
    (device?.secrets.includes('secret') ?? false) &&
    (device?.target.kind === 'broker') === isBroker;
  return (
    <form onSubmit={form.submit} onPaste={form.paste} noValidate>
      <div className={classes.fields}>
        <NativeSelect
          {...field.select('kind')}
          className={classes.wide}
          data={kinds.map((value) => ({ value, label: t(`devices.kinds.${value}`) }))}
        />
        {isBroker ? (
          <BrokerFields form={form} hasSecret={hasSecret} />
        ) : (
          <TripleFields form={form} hasSecret={hasSecret} />
        )}
        <hr className={classes.rule} />
        <ConnectionFields form={form} />
      </div>
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
        <Button type="submit" disabled={form.saving}>
          {t('devices.save')}
        </Button>
      </div>
    </form>
  );
}

/** The host the form would connect to, once enough of it is filled in. */
function hostOf(values: DeviceFormValues): string | null {
  if (values.kind === 'broker') return null;
  const { data } = deviceTargetSchema.safeParse({
    ...values,
    host: undefined,
    rootCertificate: null,
  });
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
