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
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { searchPhrases } from './search-phrases.ts';
import classes from './text-viewer.module.css';
import { viewerHighlight, viewerTheme } from './viewer-theme.ts';

interface Props {
  readonly text: string;
  readonly language: 'json' | 'text';
  readonly label: string;
}

const common: Extension = [
  EditorState.readOnly.of(true),
  // Not editable, so that no caret suggests otherwise; still focusable for search and folding.
  EditorView.editable.of(false),
  EditorView.lineWrapping,
  lineNumbers(),
  search({ top: true }),
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

/** Text to read, search and fold, however long. */
export function TextViewer({ text, language, label }: Props) {
  const { t } = useTranslation();
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>(null);
  useEffect(() => {
    if (!host.current) return;
    const view = new EditorView({
      parent: host.current,
      extensions: [
        common,
        language === 'json' ? foldable : [],
        EditorState.phrases.of(searchPhrases(t)),
        EditorView.contentAttributes.of({
          'aria-label': label,
          'aria-readonly': 'true',
          tabindex: '0',
        }),
      ],
    });
    editor.current = view;
    return () => view.destroy();
  }, [language, label, t]);
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
    view.scrollDOM.scrollTop = 0;
  }, [text, language, label, t]);
  return <div ref={host} className={classes.viewer} />;
}
