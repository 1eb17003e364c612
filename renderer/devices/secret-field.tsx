import { Anchor, PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApp } from '../stores/use-app.ts';
import type { DeviceForm } from './use-device-form.ts';
import { useFieldProps } from './use-field-props.ts';

interface Props {
  readonly form: DeviceForm;
  readonly label: string;
  /** A secret for this kind of target is saved; the page never learns it. */
  readonly hasSecret: boolean;
}

/** A secret: typed once, never filled in again; of a saved one it says that there is one. */
export function SecretField({ form, label, hasSecret }: Props) {
  const { t } = useTranslation();
  const vault = useApp((state) => state.vault);
  const { error } = useFieldProps(form);
  const { kind, secret, removeSecret } = form.values;
  const keeps = hasSecret && !removeSecret;
  // A triple is nothing without its secret; a broker may well do without a password.
  const removable = hasSecret && kind === 'broker' && secret === '';
  return (
    <PasswordInput
      label={label}
      value={secret}
      onChange={(event) => form.change({ secret: event.currentTarget.value })}
      error={error('secret')}
      description={
        (hasSecret || undefined) && (
          <>
            {keeps ? t('devices.hints.saved', { vault }) : t('devices.hints.removed')}{' '}
            {removable && (
              <Anchor
                component="button"
                type="button"
                fz="inherit"
                onClick={() => form.change({ removeSecret: !removeSecret })}
              >
                {t(keeps ? 'devices.hints.removeSaved' : 'devices.hints.keepSaved')}
              </Anchor>
            )}
          </>
        )
      }
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      autoComplete="new-password"
      visibilityToggleButtonProps={{ 'aria-label': t('devices.hints.showSecret') }}
    />
  );
}
