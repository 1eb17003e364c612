import { Checkbox, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../components/number-field.tsx';
import classes from './device-dialog.module.css';
import { targetInput } from './device-target.ts';
import { FormSection } from './form-section.tsx';
import type { DeviceForm } from './use-device-form.ts';
import { useFieldProps } from './use-field-props.ts';

const numbers = [
  'sessionExpiryInterval',
  'receiveMaximum',
  'maximumPacketSize',
  'topicAliasMaximum',
] as const;

/** The properties of an MQTT 5 CONNECT. */
export function PropertiesSection({ form }: { form: DeviceForm }) {
  const { t } = useTranslation();
  const field = useFieldProps(form);
  return (
    <FormSection
      form={form}
      title={t('devices.sections.properties')}
      fields={[...numbers, 'userProperties']}
      isUsed={'properties' in targetInput(form.values)}
    >
      {numbers.map((name) => (
        <NumberField
          key={name}
          {...field.number(name)}
          description={t(`devices.hints.${name}`)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
      ))}
      <Checkbox {...field.check('requestResponseInformation')} className={classes.check} />
      <Checkbox {...field.check('requestProblemInformation')} className={classes.check} />
      <Textarea
        {...field.text('userProperties')}
        className={classes.wide}
        description={t('devices.hints.userProperties')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        rows={2}
        placeholder="site=north"
      />
    </FormSection>
  );
}
