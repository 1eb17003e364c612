/** Width of a character of the monospaced font, as a share of its size. */
const MONO = 0.6;
/** Average width of a character of the proportional font, on the safe side. */
const SANS = 0.53;
/** The same of a capital. */
const CAPITAL = 0.7;
/** CJK characters, their punctuation and full-width forms are as wide as they are high. */
const WIDE = /[ᄀ-ᅟ⺀-꓏가-힣豈-﫿︰-﹏＀-｠￠-￦]/u;

export interface Font {
  /** CSS pixels. */
  readonly size: number;
  readonly mono: boolean;
}

function characterWidth(character: string, { size, mono }: Font): number {
  if (WIDE.test(character)) return size;
  if (mono) return size * MONO;
  return size * (/\p{Lu}/u.test(character) ? CAPITAL : SANS);
}

/** About how wide a text is, in CSS pixels: a picture has no layout to ask. */
export function widthOf(text: string, font: Font): number {
  let width = 0;
  for (const character of text) width += characterWidth(character, font);
  return width;
}

/**
 * The text, or as much of it as there is room for with an ellipsis.
 */
export function fitText(text: string, room: number, font: Font, cut: 'start' | 'end'): string {
  if (widthOf(text, font) <= room) return text;
  const characters = [...text];
  if (cut === 'start') characters.reverse();
  let left = room - widthOf('…', font);
  const kept: string[] = [];
  for (const character of characters) {
    left -= characterWidth(character, font);
    if (left < 0) break;
    kept.push(character);
  }
  if (kept.length === 0) return '';
  return cut === 'start' ? `…${kept.reverse().join('')}` : `${kept.join('')}…`;
}
