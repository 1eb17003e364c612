import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ThingDataType } from '../../shared/alibaba/thing-model.ts';
import { NumberField } from './number-field.tsx';
import classes from './thing-fields.module.css';
import { namedValues, rangeText } from './thing-value-text.ts';

interface Props {
  readonly label: string;
  readonly dataType: ThingDataType;
  readonly value: unknown;
  /** Why the value is not of its type, null if it is. */
  readonly error: string | null;
  onChange(value: unknown): void;
}

/** One value of a thing model in a field of its type; structs and arrays as JSON. */
export function ThingValueInput({ label, dataType, value, error, onChange }: Props) {
  const common = { 'aria-label': label, className: classes.input ?? '', error } as const;
  switch (dataType.type) {
    case 'int':
    case 'float':
    case 'double':
      return (
        <NumberField
          {...common}
          value={typeof value === 'number' ? value : ''}
          allowDecimal={dataType.type !== 'int'}
          rightSection={<span className={classes.range}>{rangeText(dataType)}</span>}
          rightSectionWidth="auto"
          onChange={(given) => onChange(given === '' ? null : given)}
        />
      );
    case 'bool':
    case 'enum':
      return (
        <NativeSelect
          {...common}
          value={String(value)}
          data={namedValues(dataType)}
          onChange={(event) => onChange(Number(event.currentTarget.value))}
        />
      );
    case 'text':
    case 'date':
      return (
        <TextInput
          {...common}
          value={String(value ?? '')}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    default:
      return <JsonInput {...common} value={value} onChange={onChange} />;
  }
}

interface JsonProps {
  readonly 'aria-label': string;
  readonly className: string;
  readonly error: string | null;
  readonly value: unknown;
  onChange(value: unknown): void;
}

/** JSON as it is typed; a text that is not JSON yet is no value of any type. */
function JsonInput({ value, onChange, ...common }: JsonProps) {
  const [text, setText] = useState(() => JSON.stringify(value));
  return (
    <Textarea
      {...common}
      classNames={{ input: classes.json ?? '' }}
      autosize
      minRows={1}
      maxRows={6}
      value={text}
      spellCheck={false}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(parsed(event.currentTarget.value));
      }}
    />
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
