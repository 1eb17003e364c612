import { memo } from 'react';
import type { OpenedView } from '../stores/view/use-view.ts';
import classes from './filter-bar.module.css';
import { FilterField } from './filter-field.tsx';
import { PacketsShown } from './packets-shown.tsx';

interface Props extends OpenedView {
  /** The selected row of the capture if the filter does not show it. */
  readonly hiddenRow: number | null;
  /** The user leaves the field for the packets. */
  onLeave(): void;
}

/**
 * The filter that every view of a capture's packets goes through, and how many it lets pass. Not
 * drawn anew because another packet is selected.
 */
export const FilterBar = memo(function FilterBar(props: Props) {
  const { view, filterText, hiddenRow, onLeave } = props;
  return (
    <div className={classes.bar}>
      <FilterField view={view} filterText={filterText} onLeave={onLeave} />
      <PacketsShown view={view} filterText={filterText} hiddenRow={hiddenRow} />
    </div>
  );
});
