import { Checkbox, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { instanceHost } from '../../shared/alibaba/endpoints.ts';
import { deviceTargetSchema } from '../../shared/contract/devices.ts';
import classes from './device-dialog.module.css';
import { targetInput } from './device-target.ts';
import { FormSection } from './form-section.tsx';
import type { DeviceForm } from './use-device-form.ts';
import { useFieldProps } from './use-field-props.ts';

/** What a triple may say beside what it must, and where else than at its instance it connects. */
export function ClientIdSection({ form }: { form: DeviceForm }) {
  const { t } = useTranslation();
  const field = useFieldProps(form);
  const { kind, signIn, timestamp, parameters, customHost } = form.values;
  const own = deviceTargetSchema.safeParse(targetInput({ ...form.values, customHost: '' })).data;
  return (
    <FormSection
      form={form}
      title={t('devices.sections.advanced')}
      fields={['parameters', 'customHost']}
      isUsed={!timestamp || parameters !== '' || customHost !== ''}
    >
      <TextInput
        {...field.text('parameters')}
        description={t('devices.hints.parameters')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder="_ss=1,ext=3,lan=C"
      />
      {kind !== 'local' && (
        <TextInput
          {...field.text('customHost')}
          description={t('devices.hints.customHost')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          placeholder={own && instanceHost(own)}
        />
      )}
      {signIn === 'secret' && (
        <Checkbox
          {...field.check('timestamp')}
          className={classes.wide}
          description={t('devices.hints.timestamp')}
        />
      )}
    </FormSection>
  );
}
