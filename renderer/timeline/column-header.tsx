// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid places its rows itself, which table elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row (ARIA grid pattern)
import type { PointerEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseColumns } from '../stores/choose-columns.ts';
import { type ColumnName, isJsonColumn, withWidth } from '../stores/columns.ts';
import classes from './column-header.module.css';
import { rightColumns } from './columns.ts';

interface Props {
  readonly name: ColumnName;
  /** The edge that is dragged: the one away from the topic, which takes what is left over. */
  readonly edge: 'left' | 'right' | null;
  readonly title: string | undefined;
  readonly children: ReactNode;
  /** It is dragged to another place; null when it was let go. */
  onDrag(name: ColumnName | null): void;
  /** Another column is dragged over this one. */
  onDragOver(): void;
}

/** The head of a column: dragged to move it, by its edge to resize it. The keys are in the list of columns. */
export function ColumnHeader({ name, edge, title, children, onDrag, onDragOver }: Props) {
  const { t } = useTranslation();
  return (
    <span
      role="columnheader"
      className={classes.column}
      data-column={name}
      data-right={rightColumns.has(name) || undefined}
      title={title}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        onDrag(name);
      }}
      onDragEnd={() => onDrag(null)}
      onDragEnter={onDragOver}
      onDragOver={(event) => event.preventDefault()}
    >
      {name === 'direction' ? (
        <span className="visually-hidden">{t('timeline.columns.direction')}</span>
      ) : isJsonColumn(name) ? (
        <span className={classes.path}>
          <bdi dir="ltr">{name}</bdi>
        </span>
      ) : (
        <span className="ellipsis">
          {t(`timeline.columns.${name}`)}
          {children}
        </span>
      )}
      {edge && <Edge name={name} edge={edge} />}
    </span>
  );
}

/** Moves with the pointer; a double click gives the column its own width again. */
function Edge({ name, edge }: { name: ColumnName; edge: 'left' | 'right' }) {
  function onPointerDown(event: PointerEvent<HTMLElement>): void {
    const { currentTarget: handle, clientX: from, pointerId } = event;
    const before = handle.parentElement?.getBoundingClientRect().width ?? 0;
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const move = ({ clientX }: { clientX: number }) => {
      const width = before + (edge === 'right' ? clientX - from : from - clientX);
      chooseColumns((columns) => withWidth(columns, name, width / rem));
    };
    handle.setPointerCapture(pointerId);
    handle.addEventListener('pointermove', move);
    handle.addEventListener(
      'lostpointercapture',
      () => handle.removeEventListener('pointermove', move),
      { once: true },
    );
  }
  return (
    <span
      aria-hidden
      className={classes.edge}
      data-edge={edge}
      // Pressed here, the head is not dragged.
      onMouseDown={(event) => event.preventDefault()}
      onPointerDown={onPointerDown}
      onDoubleClick={() => chooseColumns((columns) => withWidth(columns, name, null))}
    />
  );
}
