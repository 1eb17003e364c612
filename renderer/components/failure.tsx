import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import classes from './failure.module.css';

interface Props {
  /** What went wrong, in plain words. */
  readonly text: string;
  /** The raw error, one click away. */
  readonly detail: string;
  readonly detailLabel: string;
}

/** A failure said beside what failed. */
export function Failure({ text, detail, detailLabel }: Props) {
  return (
    <Alert color="red" icon={<IconAlertCircle size={16} />} className={classes.root} role="alert">
      {text}
      {detail && (
        <details className={classes.details}>
          <summary>{detailLabel}</summary>
          <code>{detail}</code>
        </details>
      )}
    </Alert>
  );
}
