import { Anchor, PasswordInput, Textarea } from '@mantine/core';
import type { ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../stores/use-app.ts';
import classes from './device-dialog.module.css';
import { isSaved } from './device-form-values.ts';
import { FileLink } from './file-link.tsx';
import type { DeviceForm } from './use-device-form.ts';
import { type SecretField as SecretName, useFieldProps } from './use-field-props.ts';

interface Props {
  readonly form: DeviceForm;
  readonly name: SecretName;
  readonly label: string;
}

const below = ['label', 'input', 'description', 'error'] as const;

/** What every secret's widget has: typed once, never filled in again. */
function useSecretProps({ form, name, label }: Props) {
  const { error } = useFieldProps(form);
  return {
    label,
    value: form.values[name],
    error: error(name),
    inputWrapperOrder: [...below],
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      form.change({ [name]: event.currentTarget.value }),
  };
}

/** A secret in a line; of a saved one it says that there is one. */
export function SecretField(props: Props) {
  const { t } = useTranslation();
  const common = useSecretProps(props);
  const { form, name } = props;
  const saved = isSaved(name, form.values, form.device);
  return (
    <PasswordInput
      {...common}
      description={saved && <SavedHint form={form} name={name} />}
      autoComplete="new-password"
      visibilityToggleButtonProps={{ 'aria-label': t('devices.hints.showSecret') }}
    />
  );
}

/** A private key: PEM text, pasted or read from a file. */
export function PrivateKeyField({ form }: { form: DeviceForm }) {
  const { t } = useTranslation();
  const common = useSecretProps({
    form,
    name: 'privateKey',
    label: t('devices.fields.privateKey'),
  });
  const saved = isSaved('privateKey', form.values, form.device);
  return (
    <Textarea
      {...common}
      className={classes.wide}
      classNames={{ input: `${classes.pem} ${classes.hidden}` }}
      description={
        <>
          {saved && <SavedHint form={form} name="privateKey" />} {t('devices.hints.privateKey')}{' '}
          <FileLink accept=".pem,.key" onText={(text) => form.change({ privateKey: text })} />
        </>
      }
      placeholder="-----BEGIN PRIVATE KEY-----"
      rows={2}
      spellCheck={false}
      autoComplete="off"
      onPaste={(event) => event.stopPropagation()}
    />
  );
}

/** That a secret is saved, by whom, and how to be rid of it where that makes sense. */
function SavedHint({ form, name }: { form: DeviceForm; name: SecretName }) {
  const { t } = useTranslation();
  const vault = useApp((state) => state.vault);
  const { kind, secret, removeSecret } = form.values;
  const removed = name === 'secret' && removeSecret;
  // A triple is nothing without its secret; a broker may well do without a password.
  const removable = name === 'secret' && kind === 'broker' && secret === '';
  return (
    <>
      {removed
        ? t('devices.hints.removed')
        : t('devices.hints.saved', { vault: t(`vaults.${vault}`) })}{' '}
      {removable && (
        <Anchor
          component="button"
          type="button"
          fz="inherit"
          onClick={() => form.change({ removeSecret: !removeSecret })}
        >
          {t(removed ? 'devices.hints.keepSaved' : 'devices.hints.removeSaved')}
        </Anchor>
      )}
    </>
  );
}
