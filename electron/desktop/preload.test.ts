import { beforeEach, expect, test, vi } from 'vitest';
import type { Door } from '../../shared/contract/door.ts';

const electron = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  receivers: new Map<string, (event: unknown, ...args: unknown[]) => void>(),
  invoke: vi.fn<(...args: unknown[]) => Promise<unknown>>(),
}));

vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, api: unknown) => electron.exposed.set(name, api),
  },
  ipcRenderer: {
    invoke: electron.invoke,
    on: (channel: string, receive: () => void) => electron.receivers.set(channel, receive),
  },
}));

await import('./preload.ts');
const door = electron.exposed.get('tricorder') as Door;
const receive = electron.receivers.get('tricorder:event');

beforeEach(() => void electron.invoke.mockReset());

test('the page gets invoke and subscribe, and nothing else', () => {
  expect([...electron.exposed.keys()]).toEqual(['tricorder']);
  expect(Object.keys(door).sort()).toEqual(['invoke', 'subscribe']);
});

test('a command goes out on the one channel and its answer comes back', async () => {
  const answer = { ok: true, value: {} };
  electron.invoke.mockResolvedValue(answer);
  expect(await door.invoke('sessions.retryNow', { sessionId: 's' })).toBe(answer);
  expect(electron.invoke.mock.calls).toEqual([
    ['tricorder:invoke', 'sessions.retryNow', { sessionId: 's' }],
  ]);
});

test('a broken way to the host is an answer, not a rejection', async () => {
  electron.invoke.mockRejectedValue(new Error('reply was never sent'));
  expect(await door.invoke('app.snapshot', {})).toEqual({
    ok: false,
    error: { code: 'door-closed', message: 'Error: reply was never sent' },
  });
});

test('a listener hears the events of its name until it ends its subscription', () => {
  const heard: unknown[] = [];
  const end = door.subscribe('session.removed', (payload) => heard.push(payload));
  receive?.({ sender: 'kept from the page' }, 'session.removed', { sessionId: 'a' });
  receive?.({}, 'devices.changed', { devices: [] });
  end();
  receive?.({}, 'session.removed', { sessionId: 'b' });
  expect(heard).toEqual([{ sessionId: 'a' }]);
});

test('a listener subscribed twice hears twice and is ended one by one', () => {
  const listener = vi.fn();
  const end = door.subscribe('session.removed', listener);
  door.subscribe('session.removed', listener);
  receive?.({}, 'session.removed', { sessionId: 'a' });
  end();
  receive?.({}, 'session.removed', { sessionId: 'b' });
  expect(listener.mock.calls).toEqual([
    [{ sessionId: 'a' }],
    [{ sessionId: 'a' }],
    [{ sessionId: 'b' }],
  ]);
});
