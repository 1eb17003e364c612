import type { Capture } from '../capture.ts';
import type { PacketLog } from '../packet-log.ts';
import { withComment } from '../pcapng.ts';
import { SEGMENT_DATA_OFFSET } from '../synthetic-blocks.ts';

const COPY_BYTES = 256 * 1024;

interface CopiedPiece {
  readonly data: Buffer;
  /** Bytes of the capture's file that are copied with it. */
  readonly done: number;
}

/** The first `end` bytes of a capture's file, with the notes of its bookmarks as comments. */
export async function* copyOf(capture: Capture, end: number): AsyncGenerator<CopiedPiece> {
  const { log } = capture;
  let position = 0;
  for (const [start, note] of notedBlocks(capture)) {
    if (start >= end) break;
    yield* copyRange(log, position, start);
    const length = (await log.readRange(start + 4, 4)).readUInt32LE();
    position = start + length;
    yield { data: withComment(await log.readRange(start, length), note), done: position };
  }
  yield* copyRange(log, position, end);
}

async function* copyRange(log: PacketLog, from: number, to: number): AsyncGenerator<CopiedPiece> {
  for (let position = from; position < to; position += COPY_BYTES) {
    const data = await log.readRange(position, Math.min(COPY_BYTES, to - position));
    yield { data, done: position + data.length };
  }
}

/**
 * Where the blocks of bookmarked packets begin, in the order of the file. Of a packet in several
 * blocks it is the last: there Wireshark dissects it, and an import finds it whole.
 */
function notedBlocks({ about, log }: Capture): (readonly [number, string])[] {
  return (about.bookmarks ?? [])
    .map(({ row, note }) => {
      const data = log.pieces.get(row)?.at(-2) ?? log.index.offset(row);
      return [data - SEGMENT_DATA_OFFSET, note] as const;
    })
    .toSorted(([one], [other]) => one - other);
}
