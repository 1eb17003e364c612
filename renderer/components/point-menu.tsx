import { Menu } from '@mantine/core';
import type { MouseEvent, ReactNode } from 'react';
import classes from './point-menu.module.css';

/** A point of the window, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

interface Props {
  /** What it is about. */
  readonly label: string;
  readonly at: Point;
  readonly children: ReactNode;
  /** It is gone: the focus is to go back to where it came from. */
  onClose(): void;
}

/** A menu that opens at the pointer, or at what the keyboard is on. */
export function PointMenu({ label, at, children, onClose }: Props) {
  return (
    <Menu
      opened
      onClose={onClose}
      position="bottom-start"
      offset={2}
      // Where there is no room below, it moves up over what it is about.
      middlewares={{ flip: false, shift: { crossAxis: true, padding: 4 } }}
      returnFocus={false}
      // Its placeholder for the focus is no child that a menu may have.
      withInitialFocusPlaceholder={false}
      portalProps={{ target: 'main' }}
    >
      <Menu.Target>
        <span aria-hidden className={classes.point} style={{ left: at.x, top: at.y }} />
      </Menu.Target>
      <Menu.Dropdown
        className={classes.menu}
        aria-label={label}
        onContextMenu={(event: MouseEvent) => event.preventDefault()}
      >
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}
