/** Why a text is not bytes in hexadecimal, and the character it fails at. */
export interface HexProblem {
  readonly reason: 'not-hex' | 'half-a-byte';
  readonly start: number;
  readonly end: number;
}

/** What is wrong with bytes written in hexadecimal; blanks may stand between them. */
export function hexProblem(text: string): HexProblem | null {
  const foreign = /[^0-9a-f\s]/iu.exec(text);
  if (foreign) {
    const start = foreign.index;
    return { reason: 'not-hex', start, end: start + foreign[0].length };
  }
  const half = /(?<![0-9a-f])(?:[0-9a-f]{2})*[0-9a-f](?![0-9a-f])/i.exec(text);
  if (!half) return null;
  return { reason: 'half-a-byte', start: half.index, end: half.index + half[0].length };
}

/** The Base64 of bytes written in hexadecimal that have no {@link hexProblem}. */
export function hexToBase64(text: string): string {
  const pairs = text.replace(/\s/g, '').match(/../g) ?? [];
  return btoa(pairs.map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join(''));
}

/** Bytes given as Base64, in hexadecimal with blanks between them. */
export function base64ToHex(base64: string): string {
  return Array.from(atob(base64), (character) =>
    character.charCodeAt(0).toString(16).padStart(2, '0'),
  ).join(' ');
}
