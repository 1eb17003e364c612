import { Collapse, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useState } from 'react';
import classes from './device-dialog.module.css';
import type { DeviceField } from './device-form-values.ts';
import type { DeviceForm } from './use-device-form.ts';

interface Props {
  readonly form: DeviceForm;
  readonly title: string;
  /** What is in it; it opens when one of them has a mistake. */
  readonly fields: readonly DeviceField[];
  /** Whether something in it differs from the defaults: then it is open from the start. */
  readonly isUsed: boolean;
  readonly children: ReactNode;
}

/** A part of the form that most devices do without: closed until it is used. */
export function FormSection({ form, title, fields, isUsed, children }: Props) {
  const [isOpen, setOpen] = useState(isUsed);
  const id = useId();
  const isWrong = fields.some((field) => form.errors[field] !== undefined);
  useEffect(() => {
    if (isWrong) setOpen(true);
  }, [isWrong]);
  return (
    <section className={classes.section}>
      <h3 className={classes.sectionTitle}>
        <UnstyledButton
          className={classes.sectionButton}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          <IconChevronRight size={14} className={classes.chevron} data-open={isOpen} aria-hidden />
          {title}
        </UnstyledButton>
      </h3>
      <Collapse expanded={isOpen} id={id} transitionDuration={0}>
        <div className={classes.fields}>{children}</div>
      </Collapse>
    </section>
  );
}
