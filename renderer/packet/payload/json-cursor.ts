import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';
import type { EditorView } from '@codemirror/view';
import { type JsonPlace, jsonPlaceAt } from './json-tree.ts';

/** How long parsing up to the cursor may take: a long message is parsed as it is scrolled. */
const PARSE_MS = 100;

/** The value at the cursor; null outside of any. */
export function placeAtCursor({ state }: EditorView): JsonPlace | null {
  const text = { slice: (from: number, to: number) => state.sliceDoc(from, to) };
  const { head } = state.selection.main;
  const tree = ensureSyntaxTree(state, head, PARSE_MS) ?? syntaxTree(state);
  return jsonPlaceAt(tree, text, head);
}

/** Brings a position into sight. CodeMirror's own way would scroll the panes around it too. */
export function showPosition(view: EditorView, at: number): void {
  const { top, bottom } = view.lineBlockAt(at);
  const { scrollTop, clientHeight } = view.scrollDOM;
  const isInSight = top >= scrollTop && bottom <= scrollTop + clientHeight;
  if (!isInSight) view.scrollDOM.scrollTop = top - clientHeight / 2;
}
