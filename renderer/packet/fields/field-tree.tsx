import { type KeyboardEvent, type SyntheticEvent, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PacketField } from '../../../shared/contract/packets.ts';
import { isOpen, stepForKey, type Toggled, visibleNodes } from './field-nodes.ts';
import { FieldRow } from './field-row.tsx';
import classes from './fields.module.css';

interface Props {
  readonly fields: readonly PacketField[];
  readonly toggled: Toggled;
  /** Paths of the selected field, and of the one under the pointer here or in the bytes. */
  readonly selected: string | null;
  readonly marked: string | null;
  onSelect(path: string): void;
  onHover(path: string | null): void;
  onToggle(name: string): void;
}

function pathOf({ target }: SyntheticEvent): string | null {
  const item = target instanceof Element ? target.closest('[data-path]') : null;
  return item instanceof HTMLElement ? (item.dataset.path ?? null) : null;
}

/** The decoded fields as a tree, moved through by arrow keys (ARIA tree pattern). */
export function FieldTree(props: Props) {
  const { fields, toggled, selected, marked, onSelect, onHover, onToggle } = props;
  const { t } = useTranslation();
  const tree = useRef<HTMLDivElement>(null);
  const nodes = useMemo(() => visibleNodes(fields, toggled), [fields, toggled]);
  const focusable = nodes.some(({ path }) => path === selected) ? selected : nodes[0]?.path;

  const item = (path: string) => tree.current?.querySelector<HTMLElement>(`[data-path="${path}"]`);

  useEffect(() => {
    if (selected === null) return;
    const element = tree.current?.querySelector(`[data-path="${selected}"]`);
    element?.scrollIntoView({ block: 'nearest' });
  }, [selected]);

  function onKeyDown(event: KeyboardEvent): void {
    const path = pathOf(event);
    if (path === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = stepForKey(event.key, nodes, path, toggled);
    if (!step) return;
    event.preventDefault();
    if (step.kind === 'toggle') onToggle(step.name);
    else item(step.path)?.focus();
  }

  function onClick(event: SyntheticEvent): void {
    const node = nodes.find(({ path }) => path === pathOf(event));
    const chevron = event.target instanceof Element && event.target.closest('[data-toggle]');
    if (node && chevron) onToggle(node.name);
  }

  return (
    <div
      ref={tree}
      role="tree"
      aria-label={t('packet.fields')}
      className={classes.tree}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onFocus={(event) => {
        const path = pathOf(event);
        if (path !== null) onSelect(path);
      }}
      onMouseOver={(event) => onHover(pathOf(event))}
      onMouseLeave={() => onHover(null)}
    >
      {nodes.map((node) => (
        <FieldRow
          key={node.path}
          node={node}
          open={node.field.children.length > 0 ? isOpen(node, toggled) : undefined}
          selected={node.path === selected}
          marked={node.path === marked}
          focusable={node.path === focusable}
        />
      ))}
    </div>
  );
}
