import { type Font, fitText, widthOf } from './fit-text.ts';
import type { PacketLabel } from './packet-text.ts';

export const labelFont: Font = { size: 11, mono: true };
export const wordsFont: Font = { size: 11, mono: false };

/** Between the parts of a label, in CSS pixels. */
const GAP = 8;
/** Between the subject and the words. */
const WORDS_GAP = 16;
/** Room for the icon before words that tell of a problem. */
const ICON_ROOM = 15;
/** What a subject needs to say anything; identifier and QoS give way to that. */
const SUBJECT_LEAST = 48;

/** The texts of a label, with where they begin; empty ones are not there. */
export interface LaidOutLabel {
  readonly type: string;
  readonly marks: { readonly x: number; readonly text: string };
  readonly subject: { readonly x: number; readonly text: string };
  readonly words: {
    readonly x: number;
    readonly anchor: 'start' | 'end';
    readonly text: string;
    /** Left edge of the icon before words about a problem. */
    readonly icon: number;
  };
}

/**
 * Lays a label out above an arrow. Words come before the subject, of which the end of a topic and the
 * number of a code stay as long as possible.
 *
 * @param start left edge, CSS pixels
 * @param room width, CSS pixels
 * @param below the words have a line of their own
 */
export function layOutLabel(
  { type, marks, subject, core, cut, words, severity }: PacketLabel,
  start: number,
  room: number,
  below: boolean,
): LaidOutLabel {
  const icon = severity === null ? 0 : ICON_ROOM;
  const marksX = start + widthOf(type, labelFont) + GAP;
  const marksWidth = marks === '' ? 0 : widthOf(marks, labelFont) + GAP;
  const leftOf = (x: number) => start + room - x;
  const wanted = below || words === '' ? 0 : widthOf(words, wordsFont) + icon + WORDS_GAP;
  const least = Math.min(widthOf(subject, labelFont), SUBJECT_LEAST);
  const hasMarks = leftOf(marksX + marksWidth) - wanted >= least;
  const subjectX = hasMarks ? marksX + marksWidth : marksX;
  const shown = subjectIn(leftOf(subjectX) - wanted);
  return {
    type,
    marks: { x: marksX, text: hasMarks ? marks : '' },
    subject: { x: subjectX, text: shown },
    words: below ? wordsBelow() : wordsBeside(),
  };

  function subjectIn(width: number): string {
    if (core !== null && widthOf(subject, labelFont) > width) return core;
    return width < least ? '' : fitText(subject, width, labelFont, cut);
  }

  function wordsBelow(): LaidOutLabel['words'] {
    const text = fitText(words, room - icon, wordsFont, 'end');
    return { x: start + icon, anchor: 'start', text, icon: start };
  }

  function wordsBeside(): LaidOutLabel['words'] {
    const taken = shown === '' ? 0 : widthOf(shown, labelFont) + WORDS_GAP;
    const text = fitText(words, leftOf(subjectX) - taken - icon, wordsFont, 'end');
    const end = start + room;
    const x = end - widthOf(text, wordsFont);
    // Widths are estimates: what follows an icon begins behind it, lest they overlap.
    return severity === null
      ? { x: end, anchor: 'end', text, icon: x }
      : { x, anchor: 'start', text, icon: x - icon };
  }
}
