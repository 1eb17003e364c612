import type { Ref } from 'react';
import type { FilterError } from '../../shared/filter/filter-node.ts';
import classes from './filter-field.module.css';

interface Props {
  readonly ref: Ref<HTMLDivElement>;
  readonly text: string;
  readonly error: FilterError | null;
}

/** The field's text again, unseen behind it, for the line under what is wrong. */
export function MarkedText({ ref, text, error }: Props) {
  // Where something is missing, the place for one character is marked.
  const end = error && Math.max(error.end, error.start + 1);
  return (
    <div ref={ref} aria-hidden className={classes.marks}>
      {error && end !== null && (
        <>
          {text.slice(0, error.start)}
          <mark>{text.slice(error.start, end) || '\u00a0'}</mark>
          {text.slice(end)}
        </>
      )}
    </div>
  );
}
