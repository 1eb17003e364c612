import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HostError } from '../../../../shared/contract/result.ts';
import { conversation } from '../testing/conversation.ts';
import {
  CLIENT,
  CLIENT6,
  links,
  pcapFile,
  pcapngSection,
  SERVER6,
  type TestFrame,
} from '../testing/foreign-capture.ts';
import { importFile, session, sessionHex, wire } from '../testing/import-file.ts';
import { importCapture } from './import-capture.ts';

const { publish } = wire;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tricorder-import-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const importBytes = (file: Buffer, ports?: readonly number[]) => importFile(folder, file, ports);

test('a connection that speaks TLS is said to be encrypted', async () => {
  const hello = { sent: true, bytes: Buffer.from([0x16, 3, 1, 0, 5, 1, 2, 3, 4, 5]) };
  const tls = conversation([hello], { client: { ...CLIENT, port: 40_001 } });
  const { report } = await importBytes(pcapFile([...tls, ...conversation(session)]));
  expect(report).toMatchObject({ encryptedConnections: 1, connections: 1, packets: 7 });
  const refusal = await importBytes(pcapFile(tls)).catch((error: unknown) => error);
  expect(refusal).toMatchObject({
    code: 'unreadable-file',
    message: 'no MQTT on TCP port 1883 in 7 frames; 1 connections are encrypted',
  });
});

test('a file that ends within a record is read up to there, and the rest is counted', async () => {
  for (const file of [pcapFile(conversation(session)), pcapngSection(conversation(session))]) {
    const { report, bytes } = await importBytes(file.subarray(0, file.length - 9));
    expect(bytes).toEqual(sessionHex);
    expect(report.cut).toBeGreaterThan(0);
    expect(report.frames).toBe(11);
  }
});

test.each([
  ['an empty file', Buffer.alloc(0)],
  ['text', Buffer.from('hello, this is no capture')],
  ['a pcap file without frames', pcapFile([])],
  ['a pcapng file without frames', pcapngSection([])],
  ['a pcapng block without a section', Buffer.from([10, 13, 13, 10, 28, 0, 0, 0, 1, 2, 3, 4])],
])('%s is refused in words', async (_, file) => {
  await expect(importBytes(file)).rejects.toBeInstanceOf(HostError);
  await expect(importBytes(file)).rejects.toMatchObject({ code: 'unreadable-file' });
});

test('an import that is cancelled ends at once', async () => {
  const stop = new AbortController();
  const path = join(folder, 'long');
  const steps = Array.from({ length: 60_000 }, (_, id) => ({ sent: true, bytes: publish(id + 1) }));
  writeFileSync(path, pcapFile(conversation(steps)));
  const target = join(folder, 'target');
  mkdirSync(target);
  const said: number[] = [];
  const work = importCapture({
    path,
    label: 'x',
    ports: [1883],
    folder: target,
    signal: stop.signal,
    progress: (done) => {
      said.push(done);
      stop.abort();
    },
  });
  await expect(work).rejects.toMatchObject({ name: 'AbortError' });
  expect(said).toHaveLength(1);
  expect(readdirSync(target)).toContain('packets.pcapng');
});

test('no damage to a file does more than refuse it', async () => {
  const frames: TestFrame[] = [
    ...conversation(session),
    ...conversation(session, { client: CLIENT6, server: SERVER6 }),
  ];
  const wrapped = frames.map(({ data, time }) => ({
    data: links['Ethernet with a VLAN tag']?.wrap(data) ?? data,
    time,
    linkType: 1,
  }));
  const files = [pcapFile(wrapped), pcapngSection(wrapped), pcapngSection(wrapped, { big: true })];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      fc.array(fc.tuple(fc.nat(100_000), fc.nat(255)), { minLength: 1, maxLength: 12 }),
      fc.option(fc.nat(100_000)),
      async (good, changes, length) => {
        const file = Buffer.from(good);
        for (const [at, value] of changes) file[at % file.length] = value;
        const result = await importBytes(
          length === null ? file : file.subarray(0, length % file.length),
        ).catch((error: unknown) => error);
        if (result instanceof Error) expect(result).toBeInstanceOf(HostError);
      },
    ),
    { numRuns: 600 },
  );
}, 60_000);
