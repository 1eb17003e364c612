import type { EditorView } from '@codemirror/view';
import { Button, Menu } from '@mantine/core';
import {
  type Icon,
  IconChartLine,
  IconColumnInsertRight,
  IconColumnRemove,
} from '@tabler/icons-react';
import { type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../components/copy-button.tsx';
import { copyText } from '../../components/copy-text.ts';
import { type Point, PointMenu } from '../../components/point-menu.tsx';
import { useCopied } from '../../components/use-copied.ts';
import { useJsonColumn } from '../../stores/use-json-column.ts';
import type { ByteRange } from '../bytes/hex-dump.tsx';
import { bytesOfJson, jsonAtByte } from './json-bytes.ts';
import { placeAtCursor, showPosition } from './json-cursor.ts';
import type { JsonPlace } from './json-tree.ts';
import classes from './payload.module.css';
import { TextViewer } from './text-viewer.tsx';
import { localTimes } from './timestamp-hints.ts';

const isNumber = ({ value }: JsonPlace) => /^[-\d]/.test(value);

/** A byte of a payload. */
export interface SoughtByte {
  readonly offset: number;
}

interface Props {
  readonly text: string;
  /** The bytes that the text was read from; null where it was not read as UTF-8 as it came. */
  readonly bytes: Uint8Array | null;
  /** A byte that is asked for, as a new object each time: the value it lies in is shown. */
  readonly sought: SoughtByte | null;
  /** Draws a number over time; null where it could not be found in other messages. */
  readonly onChart: ((steps: JsonPlace['steps']) => void) | null;
  /** A value has got a column of the timeline; null where it could not be found in other messages. */
  readonly onColumn: (() => void) | null;
  /** Tells of the bytes of the value at the cursor; `seek` if they are to be brought into sight. */
  onMark(range: ByteRange, seek: boolean): void;
}

/** A JSON message, with the path of the value at the cursor and what can be done with it. */
export function JsonPanel({ text, bytes, sought, onChart, onColumn, onMark }: Props) {
  const { t, i18n } = useTranslation();
  const editor = useRef<EditorView>(null);
  const [place, setPlace] = useState<JsonPlace | null>(null);
  const { outcome, say } = useCopied(text);
  const [menu, setMenu] = useState<Point | null>(null);
  const column = useJsonColumn(onColumn && place ? place.steps : []);
  const toggleColumn = () => column?.toggle() === 'shown' && onColumn?.();
  const columnText = t(column?.isShown ? 'packet.json.noColumn' : 'packet.json.column');
  /** The byte that was asked for last: one from before this was shown moves nothing. */
  const found = useRef(sought);
  const extension = useMemo(() => localTimes(i18n.language), [i18n.language]);

  function mark({ from, to }: JsonPlace, seek: boolean): void {
    if (bytes) onMark(bytesOfJson(bytes, text, from, to), seek);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each byte that was asked for
  useEffect(() => {
    if (sought === found.current) return;
    found.current = sought;
    const view = editor.current;
    const at = sought && bytes && jsonAtByte(bytes, text, sought.offset);
    if (!view || at === null) return;
    view.dispatch({ selection: { anchor: at } });
    showPosition(view, at);
    const value = placeAtCursor(view);
    if (value) mark(value, false);
  }, [sought]);

  /** The menu is about the value under the pointer, or at the cursor if a key asked for it. */
  function openMenu(event: MouseEvent): void {
    const view = editor.current;
    if (!view || !(event.target instanceof Node) || !view.contentDOM.contains(event.target)) return;
    event.preventDefault();
    const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
    if (at !== null) view.dispatch({ selection: { anchor: at }, userEvent: 'select' });
    setMenu({ x: event.clientX, y: event.clientY });
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the menu's entries are the buttons below too
    <div className={classes.panel} onContextMenu={openMenu}>
      <TextViewer
        text={text}
        language="json"
        label={t('packet.payloadJson')}
        extension={extension}
        onCursor={(view, byUser) => {
          editor.current = view;
          const value = placeAtCursor(view);
          setPlace(value);
          if (value && byUser) mark(value, true);
        }}
      />
      {place && (
        <div className={classes.bar}>
          <code className="ellipsis" title={place.path}>
            {place.path}
          </code>
          <output>{outcome && t(`clipboard.${outcome}`)}</output>
          <CopyButton
            text={place.path}
            name={t('packet.json.copyPath')}
            label={t('packet.json.path')}
          />
          <CopyButton
            text={place.value}
            name={t('packet.json.copyValue')}
            label={t('packet.json.value')}
          />
          {onChart && isNumber(place) && (
            <BarButton
              icon={IconChartLine}
              label={t('packet.json.chartShort')}
              name={t('packet.json.chart')}
              onClick={() => onChart(place.steps)}
            />
          )}
          {column && (
            <BarButton
              icon={column.isShown ? IconColumnRemove : IconColumnInsertRight}
              label={t('packet.json.columnShort')}
              name={columnText}
              obstacle={column.obstacle}
              onClick={toggleColumn}
            />
          )}
        </div>
      )}
      {menu && place && (
        <PointMenu
          label={place.path}
          at={menu}
          onClose={() => {
            setMenu(null);
            editor.current?.focus();
          }}
        >
          <Menu.Item onClick={() => say(copyText(place.path))}>
            {t('packet.json.copyPath')}
          </Menu.Item>
          <Menu.Item onClick={() => say(copyText(place.value))}>
            {t('packet.json.copyValue')}
          </Menu.Item>
          {onChart && isNumber(place) && (
            <Menu.Item onClick={() => onChart(place.steps)}>{t('packet.json.chart')}</Menu.Item>
          )}
          {column && (
            <Menu.Item
              disabled={column.obstacle !== null}
              title={column.obstacle ?? undefined}
              onClick={toggleColumn}
            >
              {columnText}
            </Menu.Item>
          )}
        </PointMenu>
      )}
    </div>
  );
}

interface BarButtonProps {
  readonly icon: Icon;
  /** What is written on it: the bar is narrow. */
  readonly label: string;
  /** What it does, in words. */
  readonly name: string;
  /** Why it does nothing; null, or none, where it does. */
  readonly obstacle?: string | null;
  onClick(): void;
}

function BarButton({ icon: Icon, label, name, obstacle = null, onClick }: BarButtonProps) {
  return (
    <Button
      variant="default"
      size="compact-xs"
      leftSection={<Icon size={12} aria-hidden />}
      aria-label={name}
      title={obstacle ?? name}
      disabled={obstacle !== null}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}
