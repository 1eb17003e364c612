/** Bytes written as pairs of hex digits, with `'text'` for ASCII in between. */
export function packetOf(source: string): Uint8Array {
  const bytes: number[] = [];
  for (const [, text, hex] of source.matchAll(/'([^']*)'|([0-9a-f]{2})/g)) {
    if (text === undefined) bytes.push(Number.parseInt(hex ?? '', 16));
    else for (const character of text) bytes.push(character.charCodeAt(0));
  }
  return Uint8Array.from(bytes);
}
