/** Width of a character of the monospaced font, as a share of its size. */
const MONO = 0.6;
/**
 * Widths of the proportional font's characters (Inter, with figures of one width), in hundredths of
 * its size.
 */
const INTER: readonly (readonly [width: number, characters: string])[] = [
  [24, 'ijl'],
  [26, '’‘'],
  [27, ' ,.:;I'],
  [29, '!·'],
  [30, "'"],
  [33, '`t|'],
  [36, '/\\'],
  [37, 'f'],
  [38, 'r'],
  [39, '()[]{}'],
  [44, '“”'],
  [46, '_°'],
  [47, '"^'],
  [51, '–?'],
  [53, 's'],
  [55, 'kxz'],
  [56, 'avy'],
  [57, 'JLc'],
  [58, 'eé'],
  [59, 'Fhnuµ'],
  [60, 'Eo'],
  [61, 'bdgpq'],
  [64, '#Z$&PRS'],
  [65, '*+-0123456789<=>BT~×'],
  [67, 'K'],
  [68, 'XY'],
  [69, 'AV'],
  [72, 'D'],
  [73, 'C'],
  [74, 'HU'],
  [75, 'GN'],
  [76, 'OQ'],
  [82, 'w'],
  [84, '↑↓→←'],
  [86, '…'],
  [88, 'm'],
  [90, 'M'],
  [98, '@%'],
  [100, 'W—'],
];
const interWidths = new Map(
  INTER.flatMap(([width, characters]) => [...characters].map((one) => [one, width / 100])),
);
/** Of any other character, on the safe side. */
const OTHER = 0.7;
/** CJK characters, their punctuation and full-width forms are as wide as they are high. */
const WIDE = /[ᄀ-ᅟ⺀-꓏가-힣豈-﫿︰-﹏＀-｠￠-￦]/u;

export interface Font {
  /** CSS pixels. */
  readonly size: number;
  readonly mono: boolean;
}

function characterWidth(character: string, { size, mono }: Font): number {
  if (WIDE.test(character)) return size;
  return size * (mono ? MONO : (interWidths.get(character) ?? OTHER));
}

/** How wide a text is, but for kerning, in CSS pixels: a picture has no layout to ask. */
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
