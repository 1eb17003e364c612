import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CaptureLibrary } from '../capture-library.ts';
import { conversation } from '../testing/conversation.ts';
import { pcapFile } from '../testing/foreign-capture.ts';
import { session } from '../testing/import-file.ts';
import { Imports } from './imports.ts';

let folder = '';
let library: CaptureLibrary;
let imports: Imports;
const file = pcapFile(conversation(session));

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tricorder-imports-'));
  library = new CaptureLibrary({
    folder: join(folder, 'captures'),
    budgetBytes: () => 1e9,
    changed: () => undefined,
    stopped: () => undefined,
    pruned: () => undefined,
  });
  await library.load();
  imports = new Imports({
    folder: join(folder, 'imports'),
    captures: library,
    progress: () => undefined,
  });
  await imports.load();
});
afterEach(async () => {
  await imports.close();
  await library.close();
  rmSync(folder, { recursive: true });
});

const base64 = (bytes: Buffer) => bytes.toString('base64');

test('a file that comes in pieces becomes a capture like any other', async () => {
  const { importId } = await imports.begin({ name: 'field test.pcap', size: file.length });
  const sizes: number[] = [];
  await Promise.all(
    [0, 100, 200, 300].map(async (at, index) => {
      const end = index === 3 ? file.length : at + 100;
      const { received } = await imports.chunk({ importId, data: base64(file.subarray(at, end)) });
      sizes.push(received);
    }),
  );
  expect(sizes).toEqual([100, 200, 300, file.length]);
  const { capture, report } = await imports.end({ importId, ports: [1883] });
  expect(report.packets).toBe(7);
  expect(capture).toMatchObject({
    label: 'field test',
    endpoint: '10.1.1.2:1883',
    startedAt: 1_700_000_000_126,
    importedAt: expect.any(Number),
    packets: 7,
    live: false,
    deviceId: null,
  });
  expect(library.list()).toEqual([capture]);
  const opened = await library.get(capture.id);
  expect(opened.rows(0, 10)).toHaveLength(7);
  expect(existsSync(join(folder, 'imports', importId))).toBe(false);
  await expect(imports.end({ importId, ports: [1883] })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('more or fewer bytes than announced are refused', async () => {
  const { importId } = await imports.begin({ name: 'x', size: 10 });
  await imports.chunk({ importId, data: base64(Buffer.alloc(6)) });
  await expect(imports.end({ importId, ports: [] })).rejects.toMatchObject({
    code: 'invalid-input',
  });
  await expect(imports.chunk({ importId, data: base64(Buffer.alloc(5)) })).rejects.toMatchObject({
    code: 'invalid-input',
  });
});

test('a file that cannot be read leaves nothing behind', async () => {
  const { importId } = await imports.begin({ name: 'x', size: 10 });
  await imports.chunk({ importId, data: base64(Buffer.alloc(10)) });
  await expect(imports.end({ importId, ports: [1883] })).rejects.toMatchObject({
    code: 'unreadable-file',
  });
  expect(library.list()).toEqual([]);
  expect(existsSync(join(folder, 'imports', importId))).toBe(false);
});

test('a cancelled import is over, while it comes and while it is read', async () => {
  const first = await imports.begin({ name: 'x', size: file.length });
  await imports.cancel(first.importId);
  await expect(imports.chunk({ importId: first.importId, data: '' })).rejects.toMatchObject({
    code: 'not-found',
  });

  const { importId } = await imports.begin({ name: 'x', size: file.length });
  await imports.chunk({ importId, data: base64(file) });
  const end = imports.end({ importId, ports: [1883] });
  const refused = expect(end).rejects.toMatchObject({ code: 'not-found' });
  await imports.cancel(importId);
  await refused;
  expect(library.list()).toEqual([]);
});

test('few imports wait at once: the oldest makes room', async () => {
  const ids: string[] = [];
  for (let count = 0; count < 5; count += 1) {
    ids.push((await imports.begin({ name: 'x', size: 1 })).importId);
  }
  await expect(imports.chunk({ importId: ids[0] ?? '', data: '' })).rejects.toMatchObject({
    code: 'not-found',
  });
  expect(await imports.chunk({ importId: ids[1] ?? '', data: 'AA==' })).toEqual({ received: 1 });
});

test('what an earlier run left behind is deleted', async () => {
  mkdirSync(join(folder, 'imports', 'old'), { recursive: true });
  writeFileSync(join(folder, 'imports', 'old', 'file'), 'x');
  await imports.load();
  expect(existsSync(join(folder, 'imports'))).toBe(false);
});

test('a name is a label, never a path', async () => {
  const { importId } = await imports.begin({
    name: '../../../etc/passwd.pcapng',
    size: file.length,
  });
  await imports.chunk({ importId, data: base64(file) });
  const { capture } = await imports.end({ importId, ports: [1883] });
  expect(capture.label).toBe('passwd');
});
