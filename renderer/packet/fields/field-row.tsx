import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { memo } from 'react';
import type { FieldNode } from './field-nodes.ts';
import classes from './fields.module.css';

interface Props {
  readonly node: FieldNode;
  /** Undefined for a field without fields of its own. */
  readonly open: boolean | undefined;
  readonly selected: boolean;
  readonly marked: boolean;
  readonly focusable: boolean;
}

/** A field with its value and what that means; drawn again only when something of it changed. */
export const FieldRow = memo(function FieldRow(props: Props) {
  const { node, open, selected, marked, focusable } = props;
  const { name, value, meaning } = node.field;
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <div
      role="treeitem"
      aria-level={node.level}
      aria-posinset={node.position}
      aria-setsize={node.siblings}
      aria-expanded={open}
      aria-selected={selected}
      tabIndex={focusable ? 0 : -1}
      data-path={node.path}
      data-marked={marked || undefined}
      className={classes.field}
    >
      <span className={classes.name} style={{ paddingLeft: `${(node.level - 1) * 0.75}rem` }}>
        <span className={classes.chevron} data-toggle={open !== undefined || undefined}>
          {open !== undefined && <Chevron size={13} aria-hidden />}
        </span>
        {name}
      </span>
      <span className={classes.value}>
        {value && <code>{value}</code>}
        {meaning && <span className={classes.meaning}>{meaning}</span>}
      </span>
    </div>
  );
});
