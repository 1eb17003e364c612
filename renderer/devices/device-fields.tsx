import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { regions } from '../../shared/alibaba/endpoints.ts';
import type { Language } from '../i18n/setup.ts';
import type { SignIn } from './device-form-values.ts';
import { SecretField } from './secret-field.tsx';
import { SignInFields } from './sign-in-fields.tsx';
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

/** A token is had from a registration alone; the local platform has no client certificates. */
function signInOptions({ values }: DeviceForm): readonly SignIn[] {
  const { kind, signIn } = values;
  return [
    'secret',
    'register',
    'regnwl',
    ...(signIn === 'token' ? (['token'] as const) : []),
    ...(kind === 'local' ? [] : (['x509'] as const)),
  ];
}

/** Which instance of Alibaba Cloud the device belongs to; nothing for other targets. */
export function InstanceField({ form }: { form: DeviceForm }) {
  const { i18n } = useTranslation();
  const field = useFieldProps(form);
  const { kind, region } = form.values;
  if (kind === 'alibaba-enterprise')
    return <TextInput {...field.text('instanceId')} placeholder="iot-06z00" />;
  return kind === 'alibaba-public' ? (
    <NativeSelect
      {...field.select('region')}
      data={regionOptions(i18n.language as Language, region)}
    />
  ) : null;
}

/** The triple, and how it signs in. */
export function TripleFields({ form }: { form: DeviceForm }) {
  const { t } = useTranslation();
  const field = useFieldProps(form);
  return (
    <>
      <TextInput {...field.text('productKey')} data-autofocus />
      <TextInput {...field.text('deviceName')} />
      <NativeSelect
        {...field.select('signIn')}
        data={signInOptions(form).map((value) => ({
          value,
          label: t(`devices.signIn.${value}`),
        }))}
      />
      <SignInFields form={form} />
    </>
  );
}

/** Where any other broker is, and as whom to connect. */
export function BrokerFields({ form }: { form: DeviceForm }) {
  const { t } = useTranslation();
  const field = useFieldProps(form);
  return (
    <>
      <TextInput {...field.text('name')} data-autofocus />
      <TextInput {...field.text('host')} placeholder="broker.example.com" />
      <TextInput {...field.text('username')} autoComplete="off" />
      <SecretField form={form} name="secret" label={t('devices.fields.password')} />
    </>
  );
}
