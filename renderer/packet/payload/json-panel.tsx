import type { EditorView } from '@codemirror/view';
import { type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Point } from '../../components/point-menu.tsx';
import { useCopied } from '../../components/use-copied.ts';
import type { ByteRange } from '../bytes/hex-dump.tsx';
import { JsonBar } from './json-bar.tsx';
import { bytesOfJson, jsonAtByte } from './json-bytes.ts';
import { placeAtCursor, showPosition } from './json-cursor.ts';
import { JsonMenu } from './json-menu.tsx';
import type { JsonPlace } from './json-tree.ts';
import classes from './payload.module.css';
import { TextViewer } from './text-viewer.tsx';
import { localTimes } from './timestamp-hints.ts';
import { useJsonActions, type ValueUses } from './use-json-actions.ts';

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
  /** null where a value could not be found in other messages. */
  readonly uses: ValueUses | null;
  /** Tells of the bytes of the value at the cursor; `seek` if they are to be brought into sight. */
  onMark(range: ByteRange, seek: boolean): void;
}

/** A JSON message, with the path of the value at the cursor and what can be done with it. */
export function JsonPanel({ text, bytes, sought, uses, onMark }: Props) {
  const { t, i18n } = useTranslation();
  const editor = useRef<EditorView>(null);
  const [place, setPlace] = useState<JsonPlace | null>(null);
  const { outcome, say } = useCopied(text);
  const [menu, setMenu] = useState<Point | null>(null);
  const actions = useJsonActions(place, uses);
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
    const point = { x: event.clientX, y: event.clientY };
    // No button is -1; the point is then Chromium's guess, and on another line at times.
    const isByKey = event.button === -1;
    const cursor = isByKey ? view.coordsAtPos(view.state.selection.main.head) : null;
    const at = isByKey ? null : view.posAtCoords(point);
    if (at !== null) view.dispatch({ selection: { anchor: at }, userEvent: 'select' });
    setMenu(cursor ? { x: cursor.left, y: cursor.bottom } : point);
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
      {actions && <JsonBar actions={actions} said={outcome ? t(`clipboard.${outcome}`) : ''} />}
      {menu && actions && (
        <JsonMenu
          actions={actions}
          at={menu}
          onCopy={say}
          onClose={() => {
            setMenu(null);
            editor.current?.focus();
          }}
        />
      )}
    </div>
  );
}
