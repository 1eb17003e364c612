import { randomBytes } from 'node:crypto';

/**
 * Topics by number: the index keeps four bytes per packet instead of a text. Known topics are found
 * by their bytes, so no string is made for a packet whose topic was seen before.
 */
export class TopicTable {
  /** Bytes of all topics. */
  size = 0;
  private readonly texts: string[] = [];
  private readonly bytes: Buffer[] = [];
  /** Numbers by hash; topics with the same hash stand in one list. */
  private readonly byHash = new Map<number, number[]>();
  private readonly seed: number;

  /** @param seed where hashing begins: unknown to others, so that nobody can make topics collide */
  constructor(seed: number = randomBytes(4).readInt32LE(0)) {
    this.seed = seed;
  }

  /** The number of a topic given as UTF-8 bytes. */
  number(source: Uint8Array, start: number, end: number): number {
    let hash = this.seed;
    for (let at = start; at < end; at += 1) {
      hash = Math.imul(hash ^ (source[at] ?? 0), 0x01000193);
    }
    const candidates = this.byHash.get(hash);
    for (const candidate of candidates ?? []) {
      const known = this.bytes[candidate];
      if (known !== undefined && same(known, source, start, end)) return candidate;
    }
    const copy = Buffer.from(source.subarray(start, end));
    const number = this.texts.push(copy.toString('utf8')) - 1;
    this.bytes.push(copy);
    this.size += copy.length;
    if (candidates === undefined) this.byHash.set(hash, [number]);
    else candidates.push(number);
    return number;
  }

  /** The text of a number this table gave out. */
  text(number: number): string {
    return this.texts[number] ?? '';
  }
}

function same(known: Uint8Array, source: Uint8Array, start: number, end: number): boolean {
  if (known.length !== end - start) return false;
  for (let at = 0; at < known.length; at += 1) {
    if (known[at] !== source[start + at]) return false;
  }
  return true;
}
