import { NativeSelect, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readValue, writeValue } from '../../shared/alibaba/messages/field-text.ts';
import { type JsonNode, rawAt } from '../../shared/alibaba/messages/json-text.ts';
import { type MessageField, valuePath } from '../../shared/alibaba/messages/message-fields.ts';
import { namedValues, rangeText } from '../components/thing-value-text.ts';
import { alinkCodeText } from '../i18n/code-names.ts';
import classes from './fields-panel.module.css';

interface Props {
  readonly field: MessageField;
  readonly payload: string;
  readonly root: JsonNode;
  readonly isTemplate: boolean;
  /** `raw` is JSON; null takes the value out of the payload. */
  onWrite(raw: string | null): void;
}

/** One value of the payload, by name. */
export function FieldRow({ field, payload, root, isTemplate, onWrite }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const { identifier, name, dataType, depth } = field;
  const raw = rawAt(payload, root, valuePath(root, field));
  const isChoice = dataType.type === 'bool' || dataType.type === 'enum';
  const text = 'model' in name ? name.model : t(`fields.names.${name.protocol}`);
  const label = (
    <>
      <span className="mono">{identifier}</span> <span className={classes.about}>{text}</span>
    </>
  );
  const indent = { paddingInlineStart: `${depth}rem` };
  // Its fields follow.
  if (dataType.type === 'struct')
    return (
      <div className={classes.name} style={indent}>
        {label}
      </div>
    );
  return (
    <div className={classes.row}>
      <label htmlFor={id} className={classes.name} style={indent} title={text}>
        {label}
      </label>
      {isChoice ? (
        <ChoiceInput id={id} field={field} raw={raw} onWrite={onWrite} />
      ) : (
        <TypedInput id={id} field={field} raw={raw} isTemplate={isTemplate} onWrite={onWrite} />
      )}
    </div>
  );
}

interface InputProps {
  readonly id: string;
  readonly field: MessageField;
  /** As it is written in the payload; null where it is not in it. */
  readonly raw: string | null;
  onWrite(raw: string | null): void;
}

function ChoiceInput({ id, field, raw, onWrite }: InputProps) {
  const { t } = useTranslation();
  const choices = namedValues(field.dataType);
  const isOther = raw !== null && choices.every(({ value }) => value !== raw);
  return (
    <NativeSelect
      id={id}
      className={classes.input}
      value={raw ?? ''}
      onChange={({ currentTarget: { value } }) => onWrite(value === '' ? null : value)}
      data={[
        { value: '', label: t('fields.left') },
        ...(isOther ? [{ value: raw, label: raw }] : []),
        ...choices,
      ]}
    />
  );
}

/** What was typed, and what stood in the payload then: as soon as that is another, it counts. */
interface Typed {
  readonly text: string;
  readonly raw: string | null;
}

function TypedInput({ id, field, raw, isTemplate, onWrite }: InputProps & { isTemplate: boolean }) {
  const { t } = useTranslation();
  const { dataType } = field;
  const [typed, setTyped] = useState<Typed | null>(null);
  const isOwn = typed !== null && typed.raw === raw;
  const text = isOwn ? typed.text : ((raw !== null ? readValue(dataType, raw) : '') ?? raw ?? '');
  const written = text === '' ? null : writeValue(dataType, text, isTemplate);

  function type(now: string): void {
    const value = now === '' ? null : writeValue(dataType, now, isTemplate);
    if (value === null) {
      setTyped({ text: now, raw: null });
      onWrite(null);
    } else if (value.ok) {
      setTyped({ text: now, raw: value.raw });
      onWrite(value.raw);
    } else {
      setTyped({ text: now, raw });
    }
  }

  return (
    <TextInput
      id={id}
      className={classes.input}
      classNames={{ input: classes.value ?? '' }}
      value={text}
      placeholder={t('fields.left')}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={() => isOwn && written?.ok && setTyped(null)}
      error={
        written === null
          ? null
          : written.ok
            ? written.code !== null && `${written.code} ${alinkCodeText(written.code)}`
            : t('fields.notOfType', { type: dataType.type })
      }
      rightSection={<span className={classes.range}>{rangeText(dataType)}</span>}
      rightSectionWidth="auto"
      spellCheck={false}
    />
  );
}
