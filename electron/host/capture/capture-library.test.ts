import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Capture as CaptureInfo } from '../../../shared/contract/packets.ts';
import type { Capture } from './capture.ts';
import { CaptureLibrary, type CaptureLibraryOptions } from './capture-library.ts';
import { diskWithRoom } from './testing/disk-with-room.ts';

let folder = '';
const opened: CaptureLibrary[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tricorder-library-'));
});
afterEach(async () => {
  for (const library of opened.splice(0)) await library.close();
  rmSync(folder, { recursive: true });
});

async function openLibrary(options: Partial<CaptureLibraryOptions> = {}) {
  const told = { lists: [] as CaptureInfo[][], stopped: [] as string[], pruned: [] as string[] };
  const library = new CaptureLibrary({
    folder,
    budgetBytes: () => 1e9,
    changed: (list) => told.lists.push(list),
    stopped: ({ id }) => told.stopped.push(id),
    pruned: (list) => told.pruned.push(...list.map(({ label }) => label)),
    ...options,
  });
  opened.push(library);
  const cut = await library.load();
  return { library, told, cut };
}

const about = (label: string, startedAt: number) => ({
  version: 1 as const,
  label,
  endpoint: '',
  deviceId: null,
  target: null,
  startedAt,
});
const PING = Buffer.from([0xc0, 0]);

async function record(library: CaptureLibrary, label: string, startedAt: number, packets = 3) {
  const capture = await library.create(about(label, startedAt));
  const connection = capture.openConnection();
  for (let count = 0; count < packets; count += 1) capture.record(connection, true, PING);
  return capture;
}
const finished = async (library: CaptureLibrary, label: string, startedAt: number) => {
  const capture = await record(library, label, startedAt);
  await library.finish(capture);
  return capture;
};
const labels = (library: CaptureLibrary) => library.list().map(({ label }) => label);

test('captures are listed newest first, live ones among them, and again after a restart', async () => {
  const { library, told } = await openLibrary();
  await finished(library, 'one', 1000);
  await record(library, 'two', 2000);
  expect(library.list()).toMatchObject([
    { label: 'two', live: true, packets: 3 },
    { label: 'one', live: false, packets: 3 },
  ]);
  expect(told.lists.at(-1)?.map(({ label }) => label)).toEqual(['two', 'one']);
  await library.close();
  const again = await openLibrary();
  expect(again.library.list()).toMatchObject([
    { label: 'two', live: false, packets: 3, cut: 0 },
    { label: 'one', live: false, packets: 3, cut: 0 },
  ]);
});

test('a capture of a killed process is counted again and its torn tail is told', async () => {
  const { library } = await openLibrary();
  const capture = await record(library, 'killed', 1000);
  await library.close();
  writeFileSync(join(folder, capture.id, 'session.json'), JSON.stringify(about('killed', 1000)));
  truncateSync(join(folder, capture.id, 'packets.pcapng'), capture.bytes - 5);
  const { library: again, cut } = await openLibrary();
  expect(cut).toMatchObject([{ id: capture.id, label: 'killed' }]);
  expect(again.list()).toMatchObject([{ label: 'killed', packets: 2, live: false }]);
  expect((await again.get(capture.id)).rows(0, 9)).toHaveLength(2);
});

test('what is no capture is left alone', async () => {
  mkdirSync(join(folder, 'photos'));
  writeFileSync(join(folder, 'notes.txt'), 'mine');
  const { library } = await openLibrary();
  expect(library.list()).toEqual([]);
  expect(readdirSync(folder).sort()).toEqual(['notes.txt', 'photos']);
});

test('a capture without its description is listed by its folder', async () => {
  const { library } = await openLibrary();
  const { id } = await finished(library, 'one', 1000);
  await library.close();
  rmSync(join(folder, id, 'session.json'));
  const { library: again } = await openLibrary();
  expect(again.list()).toMatchObject([{ id, label: id, packets: 3 }]);
});

test('past captures are renamed and pinned, live ones too, and it stays so', async () => {
  const { library } = await openLibrary();
  const one = await finished(library, 'one', 1000);
  const two = await record(library, 'two', 2000);
  expect(await library.change(one.id, { label: 'first' })).toMatchObject({
    label: 'first',
    packets: 3,
  });
  expect(await library.change(one.id, { pinned: true })).toMatchObject({
    label: 'first',
    pinned: true,
  });
  expect(await library.change(two.id, { label: 'second' })).toMatchObject({
    label: 'second',
    live: true,
  });
  await library.finish(two);
  expect(labels(library)).toEqual(['second', 'first']);
  await library.close();
  const { library: again } = await openLibrary();
  expect(again.list()).toMatchObject([
    { label: 'second', pinned: false },
    { label: 'first', pinned: true },
  ]);
  expect(await again.change(one.id, { pinned: false })).toMatchObject({
    label: 'first',
    pinned: false,
  });
  expect((await again.get(one.id)).about.label).toBe('first');
  await expect(again.change('none', { label: 'x' })).rejects.toMatchObject({ code: 'not-found' });
});

test('a deleted capture is gone from the disk; one being recorded is not deleted', async () => {
  const { library } = await openLibrary();
  const one = await finished(library, 'one', 1000);
  const two = await record(library, 'two', 2000);
  await library.get(one.id);
  await library.delete(one.id);
  expect(existsSync(one.folder)).toBe(false);
  await expect(library.delete(one.id)).rejects.toMatchObject({ code: 'not-found' });
  await expect(library.get(one.id)).rejects.toMatchObject({ code: 'not-found' });
  await expect(library.delete(two.id)).rejects.toMatchObject({ code: 'already-connected' });
});

test('many captures can be read although few stay open', async () => {
  const { library } = await openLibrary();
  const captures: Capture[] = [];
  for (let time = 0; time < 12; time += 1) captures.push(await finished(library, `${time}`, time));
  for (const { id } of captures) {
    expect((await (await library.get(id)).log.read(2, 10)).equals(PING)).toBe(true);
  }
});

test('over the budget the oldest unpinned captures go, and it is said', async () => {
  const { library, told } = await openLibrary({ budgetBytes: () => 1500 });
  const one = await finished(library, 'one', 1000);
  await library.change(one.id, { pinned: true });
  const two = await finished(library, 'two', 2000);
  expect(told.pruned).toEqual([]);
  await finished(library, 'three', 3000);
  expect(told.pruned).toEqual(['two']);
  expect(labels(library)).toEqual(['three', 'one']);
  expect(existsSync(two.folder)).toBe(false);
  await library.close();
  const again = await openLibrary({ budgetBytes: () => 1 });
  expect(labels(again.library)).toEqual(['three', 'one']);
});

test('a full disk is told, the capture goes on when resumed, and ends with what is on the disk', async () => {
  const { disk, write } = diskWithRoom(1000);
  const { library, told } = await openLibrary({ write });
  const capture = await record(library, 'full', 1000, 20);
  await capture.flush();
  expect(told.stopped).toEqual([capture.id]);
  expect(told.lists.at(-1)).toMatchObject([
    { live: true, packets: 20, failure: expect.stringContaining('ENOSPC') },
  ]);
  await expect(library.resume(capture.id)).rejects.toMatchObject({ code: 'storage-failed' });
  disk.room = 1200;
  capture.record(0, true, PING);
  await expect(library.resume(capture.id)).rejects.toMatchObject({ code: 'storage-failed' });
  await library.finish(capture);
  const [ended] = library.list();
  expect(ended).toMatchObject({ live: false, failure: null, packets: 9, dropped: 20 - 9 + 1 });
  expect(ended?.packets).toBe((await library.get(capture.id)).rows(0, 99).length);
  expect(ended?.bytes).toBe(readFileSync(join(capture.folder, 'packets.pcapng')).length);
  await expect(library.resume(capture.id)).rejects.toMatchObject({ code: 'not-found' });
});

test('a folder that cannot be written to is refused in words', async () => {
  const { library } = await openLibrary();
  rmSync(folder, { recursive: true });
  writeFileSync(folder, 'a file where the folder was');
  await expect(library.create(about('x', 1))).rejects.toMatchObject({ code: 'storage-failed' });
});

test('a capture opens without what was chosen to be drawn of it where that cannot be read', async () => {
  const first = await openLibrary();
  const { id } = await finished(first.library, 'lamp', 1000);
  const path = join(folder, id, 'session.json');
  const field = { kind: 'field', topic: 'post', path: ['t'] };
  const read = async (series: object[]) => {
    writeFileSync(path, JSON.stringify({ ...about('lamp', 1000), endedAt: 2000, series }));
    const { library } = await openLibrary();
    const { label, series: chosen } = (await library.get(id)).about;
    return { label, chosen };
  };
  expect(await read([field])).toEqual({ label: 'lamp', chosen: [field] });
  const unreadable = { kind: 'roundTrip', of: 'ping' };
  expect(await read([field, unreadable])).toEqual({ label: 'lamp', chosen: undefined });
});
