import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ThingField } from '../../shared/alibaba/thing-model.ts';
import { valueProblem } from '../../shared/alibaba/thing-value.ts';
import classes from './thing-fields.module.css';
import { ThingValueInput } from './thing-value-input.tsx';
import { initialValue } from './thing-value-text.ts';

interface Props {
  readonly label: string;
  readonly fields: readonly ThingField[];
  /** Of the fields that are chosen, and of others that the model does not have. */
  readonly values: Readonly<Record<string, unknown>>;
  onChange(values: Record<string, unknown>): void;
}

/** Values of a thing model: which to send, and each in a field of its type. */
export function ThingFields({ label, fields, values, onChange }: Props) {
  const { t } = useTranslation();
  const strangers = Object.keys(values).filter(
    (name) => !fields.some(({ identifier }) => identifier === name),
  );

  function choose({ identifier, dataType }: ThingField, wanted: boolean): void {
    onChange(
      wanted ? { ...values, [identifier]: initialValue(dataType) } : without(values, identifier),
    );
  }

  return (
    <fieldset className={classes.fields}>
      <legend>{label}</legend>
      {fields.map((field) => {
        const { identifier, dataType } = field;
        const isChosen = Object.hasOwn(values, identifier);
        const problem = isChosen ? valueProblem(dataType, values[identifier]) : null;
        return (
          <div key={identifier} className={classes.field}>
            <Checkbox
              checked={isChosen}
              onChange={(event) => choose(field, event.currentTarget.checked)}
              label={<span className={classes.name}>{identifier}</span>}
              title={typeof field.name === 'string' ? field.name : undefined}
            />
            {isChosen ? (
              <ThingValueInput
                // What was typed in it belongs to the field, not to its place in the list.
                key={identifier}
                label={t('thingFields.value', { name: identifier })}
                dataType={dataType}
                value={values[identifier]}
                error={problem && t('thingFields.notOfType', { type: dataType.type })}
                onChange={(value) => onChange({ ...values, [identifier]: value })}
              />
            ) : (
              <span className={classes.type}>{dataType.type}</span>
            )}
          </div>
        );
      })}
      {strangers.map((name) => (
        <div key={name} className={classes.field}>
          <Checkbox
            checked
            onChange={() => onChange(without(values, name))}
            label={<span className={classes.name}>{name}</span>}
          />
          <span className={classes.stranger}>{t('thingFields.notInModel')}</span>
        </div>
      ))}
    </fieldset>
  );
}

function without(values: Props['values'], name: string): Record<string, unknown> {
  const { [name]: _left, ...others } = values;
  return others;
}
