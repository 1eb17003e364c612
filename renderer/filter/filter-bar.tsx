import { memo } from 'react';
import type { OpenedView } from '../stores/view/use-view.ts';
import classes from './filter-bar.module.css';
import { FilterField } from './filter-field.tsx';
import { PacketsShown } from './packets-shown.tsx';

interface Props extends OpenedView {
  readonly captureId: string;
  /** The user leaves the field for the packets. */
  onLeave(): void;
}

/**
 * The filter that every view of a capture's packets goes through, and how many it lets pass. Not
 * drawn anew because another look comes to the front.
 */
export const FilterBar = memo(function FilterBar(props: Props) {
  const { captureId, view, filterText, onLeave } = props;
  return (
    <div className={classes.bar}>
      <FilterField view={view} filterText={filterText} onLeave={onLeave} />
      <PacketsShown captureId={captureId} view={view} filterText={filterText} />
    </div>
  );
});
