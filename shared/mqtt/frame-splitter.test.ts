import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FrameSplitter, PACKET_BYTES_MAX } from './frame-splitter.ts';

function packet(header: number, body: number): Uint8Array {
  const length: number[] = [];
  let rest = body;
  do {
    const more = rest >= 128;
    length.push((rest % 128) | (more ? 0x80 : 0));
    rest = Math.floor(rest / 128);
  } while (rest > 0);
  const bytes = new Uint8Array(1 + length.length + body).fill(0x55);
  bytes.set([header, ...length]);
  return bytes;
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** Feeds chunk by chunk and puts the pieces together again. */
function split(chunks: readonly Uint8Array[]): { packets: number[][]; splitter: FrameSplitter } {
  const splitter = new FrameSplitter();
  const packets: number[][] = [];
  let open: number[] = [];
  for (const chunk of chunks) {
    let covered = 0;
    splitter.feed(chunk, (start, end, begins, ends) => {
      expect(start).toBe(covered);
      expect(end).toBeGreaterThan(start);
      covered = end;
      if (begins) open = [];
      open.push(...chunk.subarray(start, end));
      if (ends) packets.push(open);
    });
    expect(covered).toBe(chunk.length);
  }
  return { packets, splitter };
}

test('packets come out whole whatever the chunks were', () => {
  const stream = fc.array(
    fc.tuple(fc.integer({ min: 0x10, max: 0xff }), fc.integer({ min: 0, max: 400 })),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(
      stream,
      fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 }),
      (heads, cuts) => {
        const packets = heads.map(([header, body]) => packet(header, body));
        const bytes = concat(packets);
        const chunks: Uint8Array[] = [];
        for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
          const size = cuts[turn % cuts.length] ?? 1;
          chunks.push(bytes.subarray(at, at + size));
          at += size;
        }
        const { packets: found, splitter } = split(chunks);
        expect(found).toEqual(packets.map((one) => [...one]));
        expect(splitter.pending).toBe(0);
        expect(splitter.broken).toBeNull();
      },
    ),
  );
});

test('a packet with the longest header is cut byte by byte', () => {
  const bytes = packet(0x30, 2_097_152);
  const splitter = new FrameSplitter();
  const ends: number[] = [];
  for (let at = 0; at < 6; at += 1) {
    splitter.feed(bytes.subarray(at, at + 1), () => undefined);
  }
  splitter.feed(bytes.subarray(6), (_start, end, _begins, last) => last && ends.push(end));
  expect(ends).toEqual([bytes.length - 6]);
});

test('an unfinished packet is pending with the bytes seen so far', () => {
  const { packets, splitter } = split([packet(0x30, 100).subarray(0, 40)]);
  expect(packets).toEqual([]);
  expect(splitter.pending).toBe(40);
});

test('the reserved packet type 0 breaks the stream', () => {
  const { packets, splitter } = split([concat([packet(0xd0, 0), Uint8Array.of(0x00, 1, 2, 3)])]);
  expect(packets).toEqual([[0xd0, 0]]);
  expect(splitter.broken).toBe('reserved-type');
  expect(splitter.pending).toBe(4);
});

test('a remaining length of five bytes breaks the stream', () => {
  const { splitter } = split([Uint8Array.of(0x30, 0x80, 0x80), Uint8Array.of(0x80, 0x80, 0x01, 7)]);
  expect(splitter.broken).toBe('remaining-length');
});

test('an announcement of 256 MB breaks the stream before anything is held', () => {
  const { splitter } = split([Uint8Array.of(0x30, 0xff, 0xff, 0xff, 0x7f, 1, 2, 3)]);
  expect(splitter.broken).toBe('too-large');
});

test('the largest packet that is waited for is still split', () => {
  const bytes = packet(0x30, PACKET_BYTES_MAX).subarray(0, 10);
  expect(split([bytes]).splitter.broken).toBeNull();
});

test('a reset splitter begins with a new packet', () => {
  const splitter = new FrameSplitter();
  splitter.feed(Uint8Array.of(0x30, 9, 1), () => undefined);
  splitter.reset();
  const ends: boolean[] = [];
  splitter.feed(packet(0xc0, 0), (_start, _end, begins, end) => ends.push(begins && end));
  expect(ends).toEqual([true]);
});
