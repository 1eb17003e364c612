import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
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
        <Tooltip withinPortal={false} label={label}>
          <ActionIcon aria-label={label} w="auto" miw={24} px={4}>
            {children}
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map((choice) => (
          <Menu.Item
            key={choice.value}
            role="menuitemradio"
            aria-checked={choice.value === value}
            rightSection={choice.value === value && <IconCheck size={14} aria-hidden />}
            onClick={() => onChoose(choice.value)}
          >
            {choice.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
