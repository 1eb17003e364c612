import { NumberInput, type NumberInputProps } from '@mantine/core';

interface Props extends Omit<NumberInputProps, 'value' | 'defaultValue' | 'onChange'> {
  /** Empty for none. */
  readonly value: number | '';
  /** Empty also while what is typed is no number yet, such as `-`. */
  onChange(value: number | ''): void;
}

/**
 * A field for a number. Mantine answers with a text for what is not written as a number is printed: `0.` on
 * the way to `0.25`. It is a number all the same: taken for none, it would be emptied under the typing.
 */
export function NumberField({ value, onChange, ...input }: Props) {
  return <NumberInput {...input} value={value} onChange={(next) => onChange(numberIn(next))} />;
}

function numberIn(typed: number | string): number | '' {
  const number = typed === '' ? Number.NaN : Number(typed);
  return Number.isFinite(number) ? number : '';
}
