import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { MessageDraft } from '../../shared/contract/messages.ts';
import { MessagesStore } from './messages-store.ts';
import { temporaryFolder } from './storage/temporary-folder.test-support.ts';

const draft = (name: string, deviceId: string | null, data = '{}'): MessageDraft => ({
  name,
  deviceId,
  message: {
    topic: 'a/b',
    qos: 1,
    retain: false,
    payload: { encoding: 'utf8', data },
    template: true,
  },
});

async function newStore(path?: string) {
  const file = path ?? join(await temporaryFolder(), 'messages.json');
  const store = new MessagesStore(file);
  return { store, file, unreadable: await store.file.load() };
}

test('saved messages are there after a restart, by name', async () => {
  const { store, file } = await newStore();
  await store.save(draft('second', 'd1'));
  await store.save(draft('first', null));
  const { store: again } = await newStore(file);
  expect(again.list()).toMatchObject([draft('first', null), draft('second', 'd1')]);
});

test('the same name in the same place is saved over, in another place kept beside', async () => {
  const { store } = await newStore();
  await store.save(draft('on', 'd1', 'old'));
  await store.save(draft('on', null, 'for all'));
  await store.save(draft('on', 'd1', 'new'));
  expect(
    store
      .list()
      .map(({ message }) => message.payload.data)
      .sort(),
  ).toEqual(['for all', 'new']);
});

test('a message is deleted, one that is not there is not found', async () => {
  const { store, file } = await newStore();
  await store.save(draft('on', 'd1'));
  const [saved] = store.list();
  await store.remove(saved?.id ?? '');
  expect(store.list()).toEqual([]);
  await expect(store.remove(saved?.id ?? '')).rejects.toMatchObject({ code: 'not-found' });
  expect((await newStore(file)).store.list()).toEqual([]);
});

test('a removed device takes its messages along and no others', async () => {
  const { store } = await newStore();
  for (const deviceId of ['d1', 'd2', null]) await store.save(draft('on', deviceId));
  await store.forgetDevice('d1');
  expect(store.list().map(({ deviceId }) => deviceId)).toEqual(['d2', null]);
});

test('an unreadable file is kept aside and said', async () => {
  const file = join(await temporaryFolder(), 'messages.json');
  await writeFile(file, '{"version":1,"messages":[{}]}');
  const { store, unreadable } = await newStore(file);
  expect(unreadable?.keptAs).toContain('messages.json.unreadable-');
  expect(store.list()).toEqual([]);
});

test('what cannot be written is refused and not in the list', async () => {
  const folder = await temporaryFolder();
  const { store } = await newStore(join(folder, 'gone', 'messages.json'));
  await expect(store.save(draft('on', null))).rejects.toMatchObject({ code: 'storage-failed' });
  expect(store.list()).toEqual([]);
  await mkdir(join(folder, 'gone'));
  await store.save(draft('on', null));
  expect(store.list()).toHaveLength(1);
});
