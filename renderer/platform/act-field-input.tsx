import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PlatformDeviceView, PlatformProduct } from '../../shared/contract/platform.ts';
import { choicesOf } from './act-choices.ts';
import { type ActDraft, type ActField, fieldProblem } from './act-draft.ts';
import classes from './cloud-panel.module.css';
import { DownTopicInput } from './down-topic-input.tsx';
import { ValuesInput } from './values-input.tsx';

export interface ActFieldProps {
  readonly draft: ActDraft;
  readonly device: PlatformDeviceView;
  readonly product: PlatformProduct;
  onChange(part: Partial<ActDraft>): void;
}

/** One field of an act's form. */
export function ActFieldInput({ field, ...props }: ActFieldProps & { readonly field: ActField }) {
  const { draft, product, onChange } = props;
  const { t } = useTranslation();
  const problem = fieldProblem(draft, field);
  const label = t(`platform.cloud.fields.${field}`);
  // What was not filled in yet is not wrong yet.
  const error = draft[field] === '' ? null : problem && t(`platform.cloud.problems.${problem}`);
  const choices = choicesOf(field, product);
  if (field === 'values' || field === 'inputs')
    return <ValuesInput {...props} field={field} label={label} error={error} />;
  if (field === 'topic') return <DownTopicInput {...props} label={label} error={error} />;
  if (choices !== null)
    return (
      <NativeSelect
        className={classes.narrow}
        label={label}
        value={String(draft[field])}
        data={choices}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          onChange({ [field]: field === 'qos' ? Number(chosen) : chosen });
        }}
      />
    );
  if (field === 'desired' || field === 'payload' || field === 'content')
    return (
      <Textarea
        className={classes.wide}
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
    );
  return (
    <TextInput
      className={
        field === 'version' || field === 'module' || field === 'size'
          ? classes.narrow
          : classes.wide
      }
      label={label}
      error={error}
      value={String(draft[field])}
      placeholder={field === 'rrpcTopic' ? `/${device(props)}/user/get` : ''}
      spellCheck={false}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
    />
  );
}

const device = ({ device: { productKey, deviceName } }: ActFieldProps) =>
  `${productKey}/${deviceName}`;
