import { IconAlertTriangleFilled } from '@tabler/icons-react';
import classes from './warnings.module.css';

/** Things to mind: said beside what they are about, never in the way. */
export function Warnings({ texts }: { texts: readonly string[] }) {
  return texts.map((text) => (
    <span key={text} className={classes.warning}>
      <IconAlertTriangleFilled size={13} aria-hidden />
      {text}
    </span>
  ));
}
