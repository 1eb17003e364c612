import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../components/number-field.tsx';
import classes from './device-dialog.module.css';
import { FormSection } from './form-section.tsx';
import type { DeviceForm } from './use-device-form.ts';
import { useFieldProps } from './use-field-props.ts';

/** What the broker publishes when the connection ends without a goodbye. */
export function WillSection({ form }: { form: DeviceForm }) {
  const { t } = useTranslation();
  const field = useFieldProps(form);
  const { hasWill, mqttVersion } = form.values;
  return (
    <FormSection
      form={form}
      title={t('devices.sections.will')}
      fields={['willTopic', 'willPayload', 'willDelay']}
      isUsed={hasWill}
    >
      <Checkbox
        {...field.check('hasWill')}
        className={classes.wide}
        description={t('devices.hints.will')}
      />
      {hasWill && (
        <>
          <TextInput {...field.text('willTopic')} />
          <NativeSelect {...field.select('willQos')} data={['0', '1', '2']} />
          <Textarea {...field.text('willPayload')} className={classes.wide} rows={2} />
          {mqttVersion === '5' && <NumberField {...field.number('willDelay')} />}
          <Checkbox {...field.check('willRetain')} className={classes.check} />
        </>
      )}
    </FormSection>
  );
}
