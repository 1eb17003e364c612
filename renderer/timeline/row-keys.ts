import type { KeyboardEvent } from 'react';

interface RowActions {
  bookmark(): void;
  measure(): void;
  copy(): void;
  goToBookmark(step: 1 | -1): void;
  goToProblem(step: 1 | -1): void;
  goOnTopic(step: 1 | -1): void;
}

/** Answers whether a key was one of those that act on the selected row, and does what it asks. */
export function pressRowKey(event: KeyboardEvent, actions: RowActions): boolean {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  const isModified = ctrlKey || metaKey || altKey;
  if (key === 'F2' && !isModified) actions.goToBookmark(shiftKey ? -1 : 1);
  else if (key === 'F8' && !isModified) actions.goToProblem(shiftKey ? -1 : 1);
  else if (key.toLowerCase() === 'n' && !isModified) actions.goOnTopic(shiftKey ? -1 : 1);
  else if (key.toLowerCase() === 'b' && !isModified) actions.bookmark();
  else if (key.toLowerCase() === 't' && !isModified) actions.measure();
  // A selected text is what the user means to copy.
  else if (key.toLowerCase() === 'c' && (ctrlKey || metaKey) && !shiftKey && !altKey)
    return copyUnlessText(actions);
  else return false;
  event.preventDefault();
  return true;
}

function copyUnlessText(actions: RowActions): boolean {
  if (document.getSelection()?.isCollapsed === false) return false;
  actions.copy();
  return true;
}
