import { useState } from 'react';
import { NumberField } from '../components/number-field.tsx';

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
  const [typed, setTyped] = useState<number | ''>(value);
  const isRight = typed !== '' && typed >= min && typed <= max;
  return (
    <NumberField
      {...field}
      value={typed}
      hideControls
      decimalScale={decimals}
      error={!isRight && wrong}
      onChange={setTyped}
      onBlur={() => isRight && typed !== value && onChoose(typed)}
    />
  );
}
