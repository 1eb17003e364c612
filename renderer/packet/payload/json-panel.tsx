import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';
import type { EditorView } from '@codemirror/view';
import { Button, Menu } from '@mantine/core';
import {
  type Icon,
  IconChartLine,
  IconColumnInsertRight,
  IconColumnRemove,
} from '@tabler/icons-react';
import { type MouseEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../components/copy-button.tsx';
import { copyText } from '../../components/copy-text.ts';
import { type Point, PointMenu } from '../../components/point-menu.tsx';
import { useCopied } from '../../components/use-copied.ts';
import { useJsonColumn } from '../../stores/use-json-column.ts';
import { type JsonPlace, jsonPlaceAt } from './json-tree.ts';
import classes from './payload.module.css';
import { TextViewer } from './text-viewer.tsx';
import { localTimes } from './timestamp-hints.ts';

/** How long parsing up to the cursor may take: a long message is parsed as it is scrolled. */
const PARSE_MS = 100;

function placeAt({ state }: EditorView): JsonPlace | null {
  const text = { slice: (from: number, to: number) => state.sliceDoc(from, to) };
  const { head } = state.selection.main;
  const tree = ensureSyntaxTree(state, head, PARSE_MS) ?? syntaxTree(state);
  return jsonPlaceAt(tree, text, head);
}

const isNumber = ({ value }: JsonPlace) => /^[-\d]/.test(value);

interface Props {
  readonly text: string;
  /** Draws a number over time; null where it could not be found in other messages. */
  readonly onChart: ((steps: JsonPlace['steps']) => void) | null;
  /** A value has got a column of the timeline; null where it could not be found in other messages. */
  readonly onColumn: (() => void) | null;
}

/** A JSON message, with the path of the value at the cursor and what can be done with it. */
export function JsonPanel({ text, onChart, onColumn }: Props) {
  const { t, i18n } = useTranslation();
  const editor = useRef<EditorView>(null);
  const [place, setPlace] = useState<JsonPlace | null>(null);
  const { outcome, say } = useCopied(text);
  const [menu, setMenu] = useState<Point | null>(null);
  const column = useJsonColumn(onColumn && place ? place.steps : []);
  const toggleColumn = () => column?.toggle() === 'shown' && onColumn?.();
  const columnText = t(column?.isShown ? 'packet.json.noColumn' : 'packet.json.column');
  const extension = useMemo(() => localTimes(i18n.language), [i18n.language]);

  /** The menu is about the value under the pointer, or at the cursor if a key asked for it. */
  function openMenu(event: MouseEvent): void {
    const view = editor.current;
    if (!view || !(event.target instanceof Node) || !view.contentDOM.contains(event.target)) return;
    event.preventDefault();
    const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
    if (at !== null) view.dispatch({ selection: { anchor: at } });
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
        onCursor={(view) => {
          editor.current = view;
          setPlace(placeAt(view));
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
