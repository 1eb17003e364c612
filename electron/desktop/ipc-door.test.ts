import { beforeEach, expect, test } from 'vitest';
import { isCommandName } from '../../shared/contract/commands.ts';
import type { Result } from '../../shared/contract/result.ts';
import type { EventListener } from '../host/event-listener.ts';
import type { Host } from '../host/host.ts';
import { type DoorCall, type DoorIpc, openIpcDoor } from './ipc-door.ts';

const page = { url: 'app://tricorder/' };
const invoked: unknown[][] = [];
const sent: unknown[][] = [];
const contents = {
  mainFrame: page,
  destroyed: false,
  isDestroyed: () => contents.destroyed,
  send: (...message: unknown[]) => void sent.push(message),
};
let emit: EventListener = () => {};
let call: Parameters<DoorIpc['handle']>[1];

/** Refuses as the real one does, and keeps what reached it. */
const host: Host = {
  async invoke(name, input): Promise<Result<unknown>> {
    invoked.push([name, input]);
    return isCommandName(name)
      ? { ok: true, value: name }
      : { ok: false, error: { code: 'unknown-command', message: String(name) } };
  },
  subscribe(listener) {
    emit = listener;
    return () => {};
  },
  exportFile: () => null,
  close: async () => {},
};

const ownCall: DoorCall = { sender: contents, senderFrame: page };

beforeEach(() => {
  invoked.length = 0;
  sent.length = 0;
  contents.destroyed = false;
  contents.mainFrame = page;
  const ipc: DoorIpc = {
    handle(channel, listener) {
      expect(channel).toBe('tricorder:invoke');
      call = listener;
    },
  };
  openIpcDoor(ipc, contents, host);
});

test('a command of the page reaches the host and its answer comes back', async () => {
  const answer = await call(ownCall, 'app.snapshot', {});
  expect(answer).toEqual({ ok: true, value: 'app.snapshot' });
  expect(invoked).toEqual([['app.snapshot', {}]]);
});

test('an unknown command is refused by the host, as a value', async () => {
  expect(await call(ownCall, 'toString', {})).toMatchObject({ error: { code: 'unknown-command' } });
});

test('input goes to the host as it came, to be held against the contract there', async () => {
  const input = { deviceId: 7, extra: ['x'] };
  await call(ownCall, 'devices.remove', input);
  expect(invoked).toEqual([['devices.remove', input]]);
});

const subframe = { url: 'app://tricorder/' };
test.each<[string, DoorCall]>([
  ['another window', { sender: {}, senderFrame: page }],
  ['a frame inside the page', { sender: contents, senderFrame: subframe }],
  ['a frame that is gone', { sender: contents, senderFrame: null }],
])('%s gets no answer from the host', async (_who, foreign) => {
  const answer = await call(foreign, 'app.snapshot', {});
  expect(answer).toMatchObject({ ok: false, error: { code: 'door-closed' } });
  expect(invoked).toEqual([]);
});

test.each(['https://tricorder/', 'app://tricorder.example/', 'about:blank'])(
  'the window gets no answer while it shows %s',
  async (url) => {
    contents.mainFrame = { url };
    const answer = await call({ sender: contents, senderFrame: contents.mainFrame }, 'x', {});
    expect(answer).toMatchObject({ ok: false, error: { code: 'door-closed' } });
    expect(invoked).toEqual([]);
  },
);

test('events go to the window, and nowhere once it is gone', () => {
  emit('session.removed', { sessionId: 's1' });
  contents.destroyed = true;
  emit('session.removed', { sessionId: 's2' });
  expect(sent).toEqual([['tricorder:event', 'session.removed', { sessionId: 's1' }]]);
});
