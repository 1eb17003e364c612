import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Export } from '../../../shared/contract/transfers.ts';
import { newDataDir, startHost, type TestHost } from '../test-support.ts';
import { conversation } from './testing/conversation.ts';
import { pcapFile } from './testing/foreign-capture.ts';
import { session } from './testing/import-file.ts';

let app: TestHost;
beforeEach(async () => {
  app = await startHost(await newDataDir());
});
afterEach(async () => {
  await app.host.close();
  await rm(app.dataDir, { recursive: true });
});

async function importSession(name = 'theirs.pcap') {
  const file = pcapFile(conversation(session));
  const { importId } = await app.ask('captures.importBegin', { name, size: file.length });
  await app.ask('captures.importChunk', { importId, data: file.toString('base64') });
  return app.ask('captures.importEnd', { importId, ports: [1883] });
}

test('an imported capture is listed, opened, decoded, renamed, pinned and deleted', async () => {
  const { capture, report } = await importSession();
  expect(report.packets).toBe(7);
  expect(await app.rows(capture.id)).toHaveLength(7);
  const detail = await app.ask('packet.get', { captureId: capture.id, row: 0 });
  expect(detail.fields.map(({ name }) => name)).toContain('Client Identifier');

  const captureId = capture.id;
  await app.ask('captures.rename', { captureId, label: '  field test ' });
  await app.ask('captures.pin', { captureId, pinned: true });
  const { captures } = await app.ask('app.snapshot', {});
  expect(captures).toMatchObject([{ id: captureId, label: 'field test', pinned: true }]);
  expect(app.events.findLast(({ name }) => name === 'captures.changed')?.payload).toEqual({
    captures,
  });
  await app.ask('captures.delete', { captureId });
  expect((await app.ask('app.snapshot', {})).captures).toEqual([]);
});

test('packets are marked with notes, which are kept, filtered for and exported with the capture', async () => {
  const { capture } = await importSession();
  const captureId = capture.id;
  await app.ask('captures.bookmark', { captureId, rows: [4], note: 'first post' });
  const [, { bookmarks }] = await Promise.all([
    app.ask('captures.bookmark', { captureId, rows: [1], note: '' }),
    app.ask('captures.bookmark', { captureId, rows: [2], note: '' }),
  ]);
  expect(bookmarks).toEqual([
    { row: 1, note: '' },
    { row: 2, note: '' },
    { row: 4, note: 'first post' },
  ]);
  expect(app.events.findLast(({ name }) => name === 'bookmarks.changed')?.payload).toEqual({
    captureId,
    bookmarks,
  });
  await app.ask('captures.bookmark', { captureId, rows: [2], note: null });
  await expect(
    app.ask('captures.bookmark', { captureId, rows: [7], note: '' }),
  ).rejects.toMatchObject({ code: 'not-found' });

  const marked = async () => {
    const { viewId } = await app.ask('view.open', { captureId, filter: 'is:bookmarked' });
    const { rows } = await app.ask('view.rows', { viewId, start: 0, count: 10 });
    return rows.map(({ row }) => row);
  };
  expect(await marked()).toEqual([1, 4]);
  await app.host.close();
  app = await startHost(app.dataDir);
  expect(await marked()).toEqual([1, 4]);
  const list = await app.ask('captures.bookmarks', { captureId });
  expect(list.bookmarks).toHaveLength(2);

  await app.ask('captures.export', { captureId, format: 'jsonl' });
  const exported = () =>
    app.events.findLast(({ name }) => name === 'export.changed')?.payload as
      | { export: Export }
      | undefined;
  while (exported()?.export.state !== 'ready') await new Promise((wake) => setTimeout(wake, 2));
  const file = app.host.exportFile(exported()?.export.id ?? '');
  const lines = (await readFile(file?.path ?? '', 'utf8')).trim().split('\n');
  const notes = lines.map((line) => JSON.parse(line).bookmark);
  expect(notes).toEqual([undefined, '', undefined, undefined, 'first post', undefined, undefined]);
});

test('an export is announced, told of, handed out by its id, and discarded', async () => {
  const { capture } = await importSession();
  const begun = await app.ask('captures.export', { captureId: capture.id, format: 'csv' });
  expect(begun).toMatchObject({ state: 'running', total: 7, name: expect.stringMatching(/csv$/) });
  expect(app.host.exportFile('none')).toBeNull();
  let last: Export = begun;
  while (last.state === 'running') {
    await new Promise((wake) => setTimeout(wake, 2));
    const told = app.events.findLast(({ name }) => name === 'export.changed')?.payload;
    last = (told as { export: Export } | undefined)?.export ?? begun;
  }
  expect(last).toMatchObject({ id: begun.id, state: 'ready', done: 7 });
  const file = app.host.exportFile(begun.id);
  expect((await readFile(file?.path ?? '', 'utf8')).split('\r\n')).toHaveLength(9);
  await app.ask('captures.discardExport', { exportId: begun.id });
  expect(app.host.exportFile(begun.id)).toBeNull();
});

test('a capture that is not recorded cannot be resumed', async () => {
  const { capture } = await importSession();
  await expect(app.ask('captures.resume', { captureId: capture.id })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('captures that were deleted for room are told of at once and to pages that come later', async () => {
  const dataDir = await newDataDir();
  for (const [id, startedAt] of [
    ['one', 1000],
    ['two', 2000],
  ] as const) {
    const folder = join(dataDir, 'captures', id);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'packets.pcapng'), 'x'.repeat(1000));
    const about = { version: 1, label: id, endpoint: '', deviceId: null, target: null, startedAt };
    await writeFile(join(folder, 'session.json'), JSON.stringify({ ...about, packets: 1 }));
  }
  const small = await startHost(dataDir);
  expect((await small.ask('app.snapshot', {})).captures).toHaveLength(2);
  await small.ask('preferences.set', { captureBudget: 1500 });
  const { captures, notices } = await small.ask('app.snapshot', {});
  expect(captures).toMatchObject([{ id: 'two' }]);
  expect(notices).toMatchObject([
    { code: 'captures-pruned', values: { captures: 1, mebibytes: 1, last: 'one' } },
  ]);
  await small.host.close();
  await rm(dataDir, { recursive: true });
});
