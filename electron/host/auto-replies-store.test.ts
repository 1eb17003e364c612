import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AutoReplyDraft } from '../../shared/contract/auto-replies.ts';
import { AutoRepliesStore } from './auto-replies-store.ts';
import { temporaryFolder } from './storage/temporary-folder.test-support.ts';

const draft = (changes: Partial<AutoReplyDraft> = {}): AutoReplyDraft => ({
  trigger: 'service',
  service: '',
  enabled: true,
  delayMs: 0,
  payload: '{}',
  ...changes,
});

async function newStore(path?: string) {
  const file = path ?? join(await temporaryFolder(), 'auto-replies.json');
  const store = new AutoRepliesStore(file);
  await store.file.load();
  return { store, file };
}

test('replies of a device are there after a restart', async () => {
  const { store, file } = await newStore();
  await store.save('d1', draft({ service: 'reboot' }));
  await store.save('d2', draft());
  const { store: again } = await newStore(file);
  expect(again.of('d1')).toMatchObject([{ service: 'reboot' }]);
  expect(again.of('d1')[0]).not.toHaveProperty('deviceId');
});

test('there is one per trigger and service: saving another changes it in its place', async () => {
  const { store } = await newStore();
  await store.save('d1', draft({ trigger: 'rrpc', service: 'ignored' }));
  await store.save('d1', draft({ service: 'reboot' }));
  const [rrpc] = store.of('d1');
  await store.save('d1', draft({ trigger: 'rrpc', enabled: false, delayMs: 50 }));
  await store.save('d1', draft());
  expect(store.of('d1')).toMatchObject([
    { id: rrpc?.id, trigger: 'rrpc', service: '', enabled: false, delayMs: 50 },
    { trigger: 'service', service: 'reboot' },
    { trigger: 'service', service: '' },
  ]);
});

test('what is left out of a save stays as it is, and begins as what answers success', async () => {
  const { store } = await newStore();
  const reboot = { trigger: 'service', service: 'reboot' } as const;
  await Promise.all([
    store.save('d1', { ...reboot, delayMs: 1500 }),
    store.save('d1', { ...reboot, enabled: true }),
  ]);
  expect(store.of('d1')).toMatchObject([
    { enabled: true, delayMs: 1500, payload: expect.stringContaining('"code": 200') },
  ]);
});

test('a reply is removed from its own device only', async () => {
  const { store } = await newStore();
  await store.save('d1', draft());
  const [saved] = store.of('d1');
  await expect(store.remove('d2', saved?.id ?? '')).rejects.toMatchObject({ code: 'not-found' });
  await store.remove('d1', saved?.id ?? '');
  expect(store.of('d1')).toEqual([]);
});

test('a removed device takes its replies along', async () => {
  const { store } = await newStore();
  for (const deviceId of ['d1', 'd2']) await store.save(deviceId, draft());
  await store.forgetDevice('d1');
  expect([store.of('d1').length, store.of('d2').length]).toEqual([0, 1]);
});
