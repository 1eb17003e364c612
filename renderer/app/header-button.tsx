import { ActionIcon, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { Hotkey } from '../components/hotkey.tsx';

interface Props {
  readonly label: string;
  readonly hotkey?: string;
  /** For a button that stays pressed. */
  readonly pressed?: boolean;
  onClick(): void;
  /** Its icon. */
  readonly children: ReactNode;
}

/** A button of the bar across the top, with its name and key on hover and focus. */
export function HeaderButton({ label, hotkey, pressed, onClick, children }: Props) {
  return (
    <Tooltip
      withinPortal={false}
      label={
        <>
          {label} {hotkey && <Hotkey hotkey={hotkey} />}
        </>
      }
    >
      <ActionIcon aria-label={label} aria-pressed={pressed} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
