import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { regions } from '../../shared/alibaba/endpoints.ts';
import type { Language } from '../i18n/setup.ts';
import { SecretField } from './secret-field.tsx';
import type { DeviceForm } from './use-device-form.ts';
import { useFieldProps } from './use-field-props.ts';

/** A region that is saved but not in our list stays selectable. */
function regionOptions(language: Language, current: string) {
  const known = regions
    .filter(({ publicInstance }) => publicInstance)
    .map(({ id, name }) => ({ value: id, label: `${name[language]} ${id}` }));
  return known.some(({ value }) => value === current)
    ? known
    : [...known, { value: current, label: current }];
}

/** The triple, and which instance of the platform it belongs to. */
export function TripleFields({ form, hasSecret }: { form: DeviceForm; hasSecret: boolean }) {
  const { t, i18n } = useTranslation();
  const field = useFieldProps(form);
  const { kind, region } = form.values;
  return (
    <>
      <TextInput {...field.text('productKey')} spellCheck={false} data-autofocus />
      <TextInput {...field.text('deviceName')} spellCheck={false} />
      <SecretField form={form} label={t('devices.fields.deviceSecret')} hasSecret={hasSecret} />
      {kind === 'alibaba-public' && (
        <NativeSelect
          {...field.select('region')}
          data={regionOptions(i18n.language as Language, region)}
        />
      )}
      {kind === 'alibaba-enterprise' && (
        <TextInput {...field.text('instanceId')} spellCheck={false} placeholder="iot-06z00" />
      )}
    </>
  );
}

/** Where any other broker is, and as whom to connect. */
export function BrokerFields({ form, hasSecret }: { form: DeviceForm; hasSecret: boolean }) {
  const { t } = useTranslation();
  const field = useFieldProps(form);
  return (
    <>
      <TextInput {...field.text('name')} data-autofocus />
      <TextInput {...field.text('host')} spellCheck={false} placeholder="broker.example.com" />
      <TextInput {...field.text('username')} spellCheck={false} autoComplete="off" />
      <SecretField form={form} label={t('devices.fields.password')} hasSecret={hasSecret} />
    </>
  );
}
