import type { ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceFormValues } from './device-form-values.ts';
import type { DeviceForm } from './use-device-form.ts';

type Values = DeviceFormValues;
type FieldsOf<T> = {
  [K in keyof Values]: Values[K] extends T ? K : never;
}[keyof Values];
export type SecretField = 'secret' | 'productSecret' | 'privateKey' | 'passphrase';
export type TextField = Exclude<FieldsOf<string>, SecretField | 'tokenClientId'>;
export type NumberField = Exclude<FieldsOf<number | ''>, FieldsOf<string>>;
export type CheckField = Exclude<FieldsOf<boolean>, 'removeSecret'>;

/** What every widget of the form needs: its label, its value, its error, and how it changes. */
export function useFieldProps({ values, errors, change }: DeviceForm) {
  const { t } = useTranslation();
  const worded = (name: keyof typeof errors) => {
    const error = errors[name];
    return error && t(`devices.errors.${error}`);
  };
  const common = (name: TextField | NumberField) => ({
    label: t(`devices.fields.${name}`),
    error: worded(name),
  });
  return {
    error: worded,
    text: (name: TextField) => ({
      ...common(name),
      value: values[name],
      onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
        change({ [name]: event.currentTarget.value }),
      spellCheck: false,
    }),
    select: (name: TextField) => ({
      ...common(name),
      value: values[name],
      onChange: (event: ChangeEvent<HTMLSelectElement>) =>
        change({ [name]: event.currentTarget.value }),
    }),
    number: (name: NumberField) => ({
      ...common(name),
      value: values[name],
      onChange: (value: number | '') => change({ [name]: value }),
      allowDecimal: false,
      allowNegative: false,
      clampBehavior: 'none' as const,
      hideControls: true,
    }),
    check: (name: CheckField) => ({
      label: t(`devices.fields.${name}`),
      checked: values[name],
      onChange: (event: ChangeEvent<HTMLInputElement>) =>
        change({ [name]: event.currentTarget.checked }),
    }),
  };
}
