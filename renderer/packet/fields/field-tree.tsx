import {
  type KeyboardEvent,
  type MouseEvent,
  type SyntheticEvent,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { PacketField, PacketRow } from '../../../shared/contract/packets.ts';
import type { Point } from '../../components/point-menu.tsx';
import { FieldMenu } from './field-menu.tsx';
import { isOpen, stepForKey, type Toggled, visibleNodes } from './field-nodes.ts';
import { FieldRow } from './field-row.tsx';
import classes from './fields.module.css';

interface Props {
  readonly captureId: string;
  readonly row: PacketRow;
  readonly fields: readonly PacketField[];
  readonly toggled: Toggled;
  /** Paths of the selected field, and of the one under the pointer here or in the bytes. */
  readonly selected: string | null;
  readonly marked: string | null;
  onSelect(path: string): void;
  onHover(path: string | null): void;
  onToggle(name: string): void;
  onCopy(text: string): void;
}

function pathOf({ target }: SyntheticEvent): string | null {
  const item = target instanceof Element ? target.closest('[data-path]') : null;
  return item instanceof HTMLElement ? (item.dataset.path ?? null) : null;
}

/** The decoded fields as a tree, moved through by arrow keys (ARIA tree pattern). */
export function FieldTree(props: Props) {
  const { captureId, row, fields, toggled, selected, marked, onSelect, onHover, onToggle, onCopy } =
    props;
  const { t } = useTranslation();
  const tree = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState<{ path: string; field: PacketField; at: Point } | null>(null);
  const nodes = useMemo(() => visibleNodes(fields, toggled), [fields, toggled]);
  const focusable = nodes.some(({ path }) => path === selected) ? selected : nodes[0]?.path;

  const item = (path: string) => tree.current?.querySelector<HTMLElement>(`[data-path="${path}"]`);

  useEffect(() => {
    if (selected === null) return;
    const element = tree.current?.querySelector(`[data-path="${selected}"]`);
    element?.scrollIntoView({ block: 'nearest' });
  }, [selected]);

  /** Answers whether there is a field to open it for. */
  function openMenu(event: SyntheticEvent, at: Point | null): boolean {
    const node = nodes.find(({ path }) => path === pathOf(event));
    const place = node && item(node.path)?.getBoundingClientRect();
    if (!node || !place) return false;
    event.preventDefault();
    // The menu closes at keys outside of it, and would hear the one that opens it already.
    event.stopPropagation();
    const { path, field } = node;
    setMenu({ path, field, at: at ?? { x: place.left + 80, y: place.bottom } });
    return true;
  }

  function onKeyDown(event: KeyboardEvent): void {
    const isMenuKey = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
    if (isMenuKey && openMenu(event, null)) return;
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
    <>
      <div
        ref={tree}
        role="tree"
        aria-label={t('packet.fields')}
        className={classes.tree}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onContextMenu={(event: MouseEvent) =>
          openMenu(event, { x: event.clientX, y: event.clientY })
        }
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
      {menu && (
        <FieldMenu
          captureId={captureId}
          row={row}
          field={menu.field}
          at={menu.at}
          onCopy={onCopy}
          onClose={() => {
            setMenu(null);
            item(menu.path)?.focus();
          }}
        />
      )}
    </>
  );
}
