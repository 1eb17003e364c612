import { ActionIcon, Menu } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  onChoose(value: T): void;
  /** What the button shows. */
  readonly children: ReactNode;
}

/** A button with a menu of which one choice is in force. */
export function ChoiceMenu<T extends string>({
  label,
  value,
  choices,
  onChoose,
  children,
}: Props<T>) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={label} title={label} w="auto" miw={24} px={4}>
          {children}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={value}>
          {choices.map((choice) => (
            <Menu.RadioItem
              key={choice.value}
              value={choice.value}
              closeMenuOnClick
              onChange={() => onChoose(choice.value)}
            >
              {choice.label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
