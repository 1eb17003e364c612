import { Fieldset } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './preferences.module.css';

/** Preferences that belong together. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Fieldset legend={title} className={classes.section}>
      {children}
    </Fieldset>
  );
}
