import { defaultKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import {
  bracketMatching,
  codeFolding,
  foldGutter,
  foldKeymap,
  syntaxHighlighting,
} from '@codemirror/language';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { searchPhrases } from './search-phrases.ts';
import classes from './text-viewer.module.css';
import { viewerHighlight, viewerTheme } from './viewer-theme.ts';

interface Props {
  readonly text: string;
  readonly language: 'json' | 'text';
  readonly label: string;
  /** What this viewer does beside showing text; the same value from render to render. */
  readonly extension?: Extension;
  /** Tells of the editor when the cursor moved or the text changed, and whether the user did that. */
  onCursor?(view: EditorView, byUser: boolean): void;
}

const common: Extension = [
  EditorState.readOnly.of(true),
  // Not editable, so that no caret suggests otherwise; still focusable for search and folding.
  EditorView.editable.of(false),
  EditorView.lineWrapping,
  lineNumbers(),
  search({ top: true }),
  highlightActiveLine(),
  highlightSelectionMatches(),
  keymap.of([...searchKeymap, ...foldKeymap, ...defaultKeymap]),
  viewerTheme,
];

const foldable: Extension = [
  json(),
  codeFolding(),
  foldGutter(),
  bracketMatching(),
  syntaxHighlighting(viewerHighlight),
];

const nothing: Extension = [];

/** A key that the viewer took, such as Ctrl+F, is not one of the window's as well. */
function keepHandledKeys(event: KeyboardEvent): void {
  if (event.defaultPrevented) event.stopPropagation();
}

/** Text to read, search and fold, however long. */
export function TextViewer({ text, language, label, extension = nothing, onCursor }: Props) {
  const { t } = useTranslation();
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>(null);
  /** To scroll what is at its top would lay the page out for nothing, with every text. */
  const isScrolled = useRef(false);
  const tell = useRef(onCursor);
  tell.current = onCursor;
  useEffect(() => {
    if (!host.current) return;
    const view = new EditorView({
      parent: host.current,
      extensions: [
        common,
        language === 'json' ? foldable : [],
        extension,
        EditorState.phrases.of(searchPhrases(t)),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged && !update.selectionSet) return;
          const byUser = update.transactions.some((one) => one.isUserEvent('select'));
          tell.current?.(update.view, byUser);
        }),
        EditorView.contentAttributes.of({
          'aria-label': label,
          'aria-readonly': 'true',
          tabindex: '0',
        }),
      ],
    });
    editor.current = view;
    view.dom.addEventListener('keydown', keepHandledKeys);
    isScrolled.current = false;
    view.scrollDOM.addEventListener('scroll', () => {
      isScrolled.current = view.scrollDOM.scrollTop > 0;
    });
    return () => view.destroy();
  }, [language, label, extension, t]);
  // Another text costs less in the editor that is there than a new editor.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new editor needs the text too
  useEffect(() => {
    const view = editor.current;
    if (!view) return;
    view.dispatch({
      changes: { from: 0, to: view.state.doc.length, insert: text },
      selection: { anchor: 0 },
    });
    // CodeMirror's own way into view would scroll the pane around it too.
    if (isScrolled.current) view.scrollDOM.scrollTop = 0;
  }, [text, language, label, extension, t]);
  return <div ref={host} className={classes.viewer} />;
}
