import type { Completion } from '../../shared/filter/complete-filter.ts';

/** A text and where the caret stands in it. */
export interface EditedText {
  readonly text: string;
  readonly caret: number;
}

/** The text with a suggestion in the place of what it completes, the caret behind it. */
export function accept(text: string, completion: Completion, suggestion: string): EditedText {
  const before = text.slice(0, completion.start) + suggestion;
  return { text: before + text.slice(completion.end), caret: before.length };
}

/** A suggestion that is a key with its operator: its values are to be suggested next. */
export const isKey = (suggestion: string): boolean => /^[a-z]+[:>~]$/.test(suggestion);

/**
 * What a topic has to contain to be suggested, if the completion is of a value of `topic`; else null.
 *
 * @param caret position in `text` that was completed
 */
export function topicWanted(text: string, { start }: Completion, caret: number): string | null {
  const isTopic = /(?:^|[\s(-])topic[:=](?:[^\s()"]|"[^"]*")*$/i.test(text.slice(0, start));
  return isTopic ? text.slice(start, caret).replaceAll('"', '') : null;
}
