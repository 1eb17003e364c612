import { SegmentedControl, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldsOf, type ThingField } from '../../shared/alibaba/thing-model.ts';
import type { PlatformProduct } from '../../shared/contract/platform.ts';
import { parseJsonObject } from '../components/json-object.ts';
import { ThingFields } from '../components/thing-fields.tsx';
import type { ActDraft } from './act-draft.ts';
import type { ActFieldProps } from './act-field-input.tsx';
import classes from './cloud-panel.module.css';

interface Props extends ActFieldProps {
  readonly field: 'values' | 'inputs';
  readonly label: string;
  readonly error: string | null;
}

/** What the product's model says can be set, or handed to the chosen service. */
function modelFields({ thingModel }: PlatformProduct, draft: ActDraft, field: Props['field']) {
  if (thingModel === null) return [];
  if (field === 'values') return thingModel.properties.filter(isWritable);
  const service = thingModel.services.find(({ identifier }) => identifier === draft.service);
  return fieldsOf(service?.inputData ?? []);
}

const isWritable = ({ accessMode }: ThingField) => accessMode !== 'r';

/** Values as JSON or, where the product has a thing model, each in a field of its type. */
export function ValuesInput({ field, draft, product, label, error, onChange }: Props) {
  const { t } = useTranslation();
  const [asJson, setAsJson] = useState(false);
  const fields = modelFields(product, draft, field);
  const json = parseJsonObject(draft[field]);
  // A text that is no object cannot be shown as fields.
  const typed = fields.length > 0 && !asJson && json.ok;
  return (
    <div className={`${classes.wide} ${classes.values}`}>
      {fields.length > 0 && (
        <SegmentedControl
          className={classes.choice ?? ''}
          aria-label={t('platform.cloud.writeAs')}
          value={typed ? 'fields' : 'json'}
          data={[
            { value: 'fields', label: t('platform.cloud.asFields') },
            { value: 'json', label: 'JSON' },
          ]}
          onChange={(chosen) => setAsJson(chosen === 'json')}
        />
      )}
      {typed ? (
        <ThingFields
          label={label}
          fields={fields}
          values={json.value}
          onChange={(values) => onChange({ [field]: JSON.stringify(values, null, 2) })}
        />
      ) : (
        <Textarea
          classNames={{ input: classes.mono ?? '' }}
          label={label}
          error={error}
          value={draft[field]}
          autosize
          minRows={3}
          maxRows={12}
          spellCheck={false}
          onChange={(event) => onChange({ [field]: event.currentTarget.value })}
        />
      )}
    </div>
  );
}
