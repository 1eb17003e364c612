import { type Font, fitText, widthOf } from './fit-text.ts';
import type { PacketLabel } from './packet-text.ts';

export const labelFont: Font = { size: 11, mono: true };
export const wordsFont: Font = { size: 11, mono: false };

/** Between the parts of a label, in CSS pixels. */
const GAP = 8;
/** Room for the icon before words that tell of a problem. */
const ICON_ROOM = 15;

/** The texts of a label, with where they begin; `words` is null where there is no room for them. */
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
  } | null;
}

/**
 * Lays a label out above an arrow. Words about a problem are always there and the subject is cut;
 * others only where the subject stays whole.
 *
 * @param start left edge, CSS pixels
 * @param room width, CSS pixels
 * @param below the words have a line of their own
 */
export function layOutLabel(
  { type, marks, subject, cut, words, isProblem }: PacketLabel,
  start: number,
  room: number,
  below: boolean,
): LaidOutLabel {
  const marksX = start + widthOf(type, labelFont) + GAP;
  const subjectX = marks === '' ? marksX : marksX + widthOf(marks, labelFont) + GAP;
  const left = start + room - subjectX;
  const icon = isProblem ? ICON_ROOM : 0;
  const wanted = widthOf(words, wordsFont) + icon;
  const fits = widthOf(subject, labelFont) + 2 * GAP + wanted <= left;
  const beside = !below && words !== '' && (isProblem || fits);
  const subjectRoom = beside ? left - wanted - 2 * GAP : left;
  return {
    type,
    marks: { x: marksX, text: marks },
    subject: { x: subjectX, text: fitText(subject, subjectRoom, labelFont, cut) },
    words: wordsAt(),
  };

  function wordsAt(): LaidOutLabel['words'] {
    if (words === '') return null;
    if (below) {
      const text = fitText(words, room - icon, wordsFont, 'end');
      return { x: start + icon, anchor: 'start', text, icon: start };
    }
    const end = start + room;
    if (!beside) return null;
    // Widths are estimates: what follows an icon begins behind it, lest they overlap.
    return isProblem
      ? { x: end - wanted + icon, anchor: 'start', text: words, icon: end - wanted }
      : { x: end, anchor: 'end', text: words, icon: end - wanted };
  }
}
