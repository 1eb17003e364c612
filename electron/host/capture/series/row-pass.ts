import { SEARCHED_BYTES_MAX } from '../../../../shared/contract/series.ts';
import { packetTypeNumbers } from '../../../../shared/mqtt/packet-types.ts';
import type { AskedTurns } from '../asked-turns.ts';
import type { Capture } from '../capture.ts';
import { FilterPayloads } from '../filter-payloads.ts';

const { PUBLISH } = packetTypeNumbers;
/** Rows, or blocks of 256 bytes of payload, between two looks at the clock. */
const STRIDE = 64;

/** Takes a capture's rows one after the other. */
export interface RowReader {
  /** Rows below were taken. */
  next: number;
  /** Whether the number of a topic is one whose messages are wanted parsed. */
  wantsJson(topic: number): boolean;
  /** @param json the parsed payload where it is wanted and is JSON; undefined elsewhere */
  take(row: number, json: unknown): void;
}

/** Shows a capture's rows to several readers, parsing each payload at most once. */
export class RowPass {
  private readonly capture: Capture;
  private readonly payloads: FilterPayloads;
  private work = 0;

  constructor(capture: Capture) {
    this.capture = capture;
    this.payloads = new FilterPayloads(capture);
  }

  /** Goes on until all readers have all rows, or the turns are over. */
  async advance(readers: readonly RowReader[], turns: AskedTurns): Promise<void> {
    const { index } = this.capture.log;
    let row = Math.min(index.length, ...readers.map(({ next }) => next));
    while (row < index.length) {
      const until = await turns.next();
      if (until === null) return;
      for (; row < index.length && !this.isOver(until); row += 1) {
        const missing = this.show(row, readers);
        if (!missing) continue;
        await this.payloads.load(row);
        this.show(row, readers);
      }
    }
  }

  /** There is nobody left to tell of a failure. */
  close(): void {
    void this.payloads.close().catch(() => undefined);
  }

  /** Answers whether the row's payload has to be loaded first. */
  private show(row: number, readers: readonly RowReader[]): boolean {
    const { index } = this.capture.log;
    const topic = this.hasJson(row) ? index.topic(row) : -1;
    const waiting = readers.filter(({ next }) => next === row);
    let json: unknown;
    if (topic >= 0 && waiting.some((reader) => reader.wantsJson(topic))) {
      const payload = this.payloads.of(row);
      if (payload === null) return true;
      this.work += payload.length >> 8;
      json = parsed(payload);
    }
    for (const reader of waiting) {
      reader.take(row, json);
      reader.next = row + 1;
    }
    return false;
  }

  private hasJson(row: number): boolean {
    const { index } = this.capture.log;
    return (
      index.header(row) >> 4 === PUBLISH &&
      !index.broken(row) &&
      index.size(row) <= SEARCHED_BYTES_MAX
    );
  }

  private isOver(until: number): boolean {
    this.work += 1;
    if (this.work < STRIDE) return false;
    this.work = 0;
    return performance.now() >= until;
  }
}

/** What no JSON text with a number in it begins with is not worth a try. */
const BEGINNING = /^[\s[{\d-]/;

function parsed(payload: Uint8Array): unknown {
  const { buffer, byteOffset, length } = payload;
  if (!BEGINNING.test(String.fromCharCode(payload[0] ?? 0))) return undefined;
  try {
    return JSON.parse(Buffer.from(buffer, byteOffset, length).toString('utf8'));
  } catch {
    return undefined;
  }
}
