import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Colours by the page's own variables, so that both colour schemes need nothing more. */
export const viewerHighlight = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--family-publish)' },
  { tag: tags.string, color: 'var(--family-acknowledgement)' },
  { tag: tags.number, color: 'var(--family-subscription)' },
  { tag: [tags.bool, tags.null], color: 'var(--family-connection)' },
]);

/** The look of the viewer. */
export const viewerTheme = EditorView.theme({
  '&': { fontSize: '0.75rem', color: 'var(--text)', backgroundColor: 'transparent' },
  '.cm-scroller': { fontFamily: 'var(--mantine-font-family-monospace)', lineHeight: '1.5' },
  '.cm-content': { padding: '0.25rem 0' },
  '.cm-gutters': {
    border: 'none',
    backgroundColor: 'transparent',
    color: 'var(--text-dimmed)',
  },
  '.cm-foldPlaceholder': {
    border: 'none',
    backgroundColor: 'var(--surface-hover)',
    color: 'var(--text-dimmed)',
  },
  '.cm-panels': { backgroundColor: 'var(--surface-raised)', color: 'var(--text)' },
  '.cm-panels.cm-panels-top': { borderBottom: '1px solid var(--hairline)' },
  '.cm-panel.cm-search': { fontFamily: 'var(--mantine-font-family)', fontSize: '0.75rem' },
  '.cm-textfield, .cm-button': {
    border: '1px solid var(--hairline)',
    borderRadius: '4px',
    backgroundColor: 'var(--surface)',
    backgroundImage: 'none',
    color: 'var(--text)',
    fontSize: 'inherit',
  },
  '.cm-panel.cm-search label': { fontSize: 'inherit' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine': { backgroundColor: 'var(--surface-hover)' },
  '.cm-local-time': {
    marginLeft: '1ch',
    color: 'var(--text-dimmed)',
    fontFamily: 'var(--mantine-font-family)',
    userSelect: 'none',
  },
  '.cm-deletedChunk': { backgroundColor: 'var(--family-broken-tint)' },
  '&.cm-merge-b .cm-changedLine': { backgroundColor: 'var(--family-acknowledgement-tint)' },
  '&.cm-merge-b .cm-changedText': {
    background: 'none',
    borderBottom: '2px solid var(--family-acknowledgement)',
  },
  '&.cm-merge-b .cm-deletedChunk .cm-deletedText': {
    background: 'none',
    borderBottom: '2px solid var(--family-broken)',
  },
  '&.cm-merge-b .cm-changedLineGutter': { background: 'var(--family-acknowledgement)' },
  '&.cm-merge-b .cm-deletedLineGutter': { background: 'var(--family-broken)' },
  '.cm-searchMatch': { backgroundColor: 'var(--family-subscription-tint)' },
  '.cm-searchMatch-selected': { outline: '1px solid var(--family-subscription)' },
});
