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
/** What a subject needs to say anything beside words about a problem. */
const SUBJECT_LEAST = 48;

/** The texts of a label, with where they begin; empty ones are not there. */
export interface LaidOutLabel {
  readonly type: string;
  readonly marks: { readonly x: number; readonly text: string };
  readonly subject: { readonly x: number; readonly text: string };
  readonly words: {
    readonly x: number;
    readonly text: string;
    /** Left edge of the icon before words about a problem. */
    readonly icon: number;
  };
}

/**
 * Lays a label out above an arrow. Words about a problem come before all else; other words are the
 * first to go, then identifier and QoS, before a topic is cut to less than its last levels or a code
 * to less than its meaning.
 *
 * @param start left edge, CSS pixels
 * @param room width, CSS pixels
 * @param below the words have a line of their own
 */
export function layOutLabel(
  { type, marks, subject, core, gist, cut, words, severity }: PacketLabel,
  start: number,
  room: number,
  below: boolean,
): LaidOutLabel {
  const isProblem = severity !== null;
  const icon = isProblem ? ICON_ROOM : 0;
  const marksX = start + widthOf(type, labelFont) + GAP;
  const marksWidth = marks === '' ? 0 : widthOf(marks, labelFont) + GAP;
  const wordsWidth = below || words === '' ? 0 : widthOf(words, wordsFont) + icon + WORDS_GAP;
  const least = Math.min(
    widthOf(subject, labelFont),
    isProblem ? SUBJECT_LEAST : widthOf(`…${gist}`, labelFont),
  );
  const leftOf = (x: number) => start + room - x;
  const fits = (taken: number) => leftOf(marksX) - taken >= least;
  const hasWords = below || isProblem || fits(marksWidth + wordsWidth);
  const wanted = hasWords ? wordsWidth : 0;
  const hasMarks = fits(marksWidth + wanted);
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
    return isProblem && width < least ? '' : fitText(subject, width, labelFont, cut);
  }

  function wordsBelow(): LaidOutLabel['words'] {
    const text = fitText(words, room - icon, wordsFont, 'end');
    return { x: start + icon, text, icon: start };
  }

  function wordsBeside(): LaidOutLabel['words'] {
    const taken = shown === '' ? 0 : widthOf(shown, labelFont) + WORDS_GAP;
    const width = hasWords ? leftOf(subjectX) - taken - icon : 0;
    const text = fitText(words, width, wordsFont, 'end');
    const x = start + room - widthOf(text, wordsFont);
    return { x, text, icon: x - icon };
  }
}
