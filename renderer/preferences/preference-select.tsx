import { NativeSelect } from '@mantine/core';

interface Props<T extends string> {
  readonly label: string;
  readonly description?: string;
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  onChoose(value: T): void;
}

/** A preference with a few values to choose from. */
export function PreferenceSelect<T extends string>({ choices, onChoose, ...field }: Props<T>) {
  return (
    <NativeSelect
      {...field}
      data={[...choices]}
      onChange={({ currentTarget: { value } }) => {
        const chosen = choices.find((choice) => choice.value === value);
        if (chosen) onChoose(chosen.value);
      }}
    />
  );
}
