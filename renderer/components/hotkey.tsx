import { Kbd } from '@mantine/core';
import { Fragment } from 'react';
import classes from './hotkey.module.css';
import { hotkeyParts } from './hotkey-parts.ts';

/** A key or several pressed together, as they are engraved. */
export function Hotkey({ hotkey }: { hotkey: string }) {
  const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);
  return (
    <span className={classes.hotkey}>
      {hotkeyParts(hotkey, isMac).map((part, at) => (
        <Fragment key={part}>
          {at > 0 && <span aria-hidden>+</span>}
          <Kbd size="xs">{part}</Kbd>
        </Fragment>
      ))}
    </span>
  );
}
