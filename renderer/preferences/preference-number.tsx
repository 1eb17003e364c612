import { NumberInput } from '@mantine/core';
import { useState } from 'react';

interface Props {
  readonly label: string;
  readonly description: string;
  readonly min: number;
  readonly max: number;
  /** Digits behind the point. */
  readonly decimals: number;
  /** Said of what is outside the range. */
  readonly wrong: string;
  readonly disabled?: boolean;
  readonly value: number;
  onChoose(value: number): void;
}

/** A preference that is a number; it is in force when the field is left, not while it is typed. */
export function PreferenceNumber({ min, max, decimals, wrong, value, onChoose, ...field }: Props) {
  const [typed, setTyped] = useState<string | number>(value);
  const wanted = typeof typed === 'number' ? typed : Number.NaN;
  const isRight = wanted >= min && wanted <= max;
  return (
    <NumberInput
      {...field}
      value={typed}
      hideControls
      decimalScale={decimals}
      error={!isRight && wrong}
      onChange={setTyped}
      onBlur={() => isRight && wanted !== value && onChoose(wanted)}
    />
  );
}
