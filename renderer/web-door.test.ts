import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWebDoor } from './web-door.ts';

class FakeSocket {
  static made: FakeSocket[] = [];
  onopen = () => {};
  onclose = () => {};
  onmessage = (_event: { data: string }) => {};
  readonly sent: { id: number; command: string; input: unknown }[] = [];
  readonly url: string;

  constructor(url: string) {
    this.url = url;
    FakeSocket.made.push(this);
  }

  send(text: string) {
    this.sent.push(JSON.parse(text));
  }

  say(message: unknown) {
    this.onmessage({ data: JSON.stringify(message) });
  }
}

const states: string[] = [];
const openDoor = () => createWebDoor('ws://127.0.0.1:1/door', (state) => states.push(state));

/** The socket of the latest attempt. */
function latest(): FakeSocket {
  const socket = FakeSocket.made.at(-1);
  if (!socket) throw new Error('no connection was attempted');
  return socket;
}

beforeEach(() => {
  FakeSocket.made = [];
  states.length = 0;
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', FakeSocket);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('createWebDoor', () => {
  it('holds commands until the first connection is made and matches answers by id', async () => {
    const door = openDoor();
    const first = door.invoke('captures.delete', { captureId: 'a' });
    const second = door.invoke('captures.delete', { captureId: 'b' });
    expect(latest().sent).toEqual([]);
    latest().onopen();
    expect(latest().sent.map(({ input }) => input)).toEqual([
      { captureId: 'a' },
      { captureId: 'b' },
    ]);
    const [a, b] = latest().sent;
    latest().say({ id: b?.id, result: { ok: false, error: { code: 'not-found', message: 'b' } } });
    latest().say({ id: a?.id, result: { ok: true, value: {} } });
    await expect(first).resolves.toEqual({ ok: true, value: {} });
    await expect(second).resolves.toMatchObject({ ok: false, error: { message: 'b' } });
  });

  it('answers door-closed to what was under way when it is lost, and to what is sent then', async () => {
    const door = openDoor();
    latest().onopen();
    const underWay = door.invoke('app.snapshot', {});
    latest().onclose();
    await expect(underWay).resolves.toMatchObject({ error: { code: 'door-closed' } });
    await expect(door.invoke('app.snapshot', {})).resolves.toMatchObject({
      error: { code: 'door-closed' },
    });
  });

  it('answers door-closed to commands that waited for a first connection that failed', async () => {
    const door = openDoor();
    const waiting = door.invoke('app.snapshot', {});
    latest().onclose();
    await expect(waiting).resolves.toMatchObject({ error: { code: 'door-closed' } });
    vi.advanceTimersByTime(250);
    latest().onopen();
    expect(latest().sent).toEqual([]);
  });

  it('tries again with growing waits of at most five seconds, from the start after a success', () => {
    openDoor();
    for (const wait of [250, 500, 1000, 2000, 4000, 5000, 5000]) {
      const attempts = FakeSocket.made.length;
      latest().onclose();
      vi.advanceTimersByTime(wait - 1);
      expect(FakeSocket.made).toHaveLength(attempts);
      vi.advanceTimersByTime(1);
      expect(FakeSocket.made).toHaveLength(attempts + 1);
    }
    latest().onopen();
    const attempts = FakeSocket.made.length;
    latest().onclose();
    vi.advanceTimersByTime(250);
    expect(FakeSocket.made).toHaveLength(attempts + 1);
  });

  it('tells of every opening and every loss', () => {
    openDoor();
    latest().onopen();
    latest().onclose();
    vi.advanceTimersByTime(250);
    latest().onopen();
    expect(states).toEqual(['open', 'lost', 'open']);
  });

  it('brings events to the subscribers of their name, over a new connection too, until they end', () => {
    const door = openDoor();
    const removed = vi.fn();
    const captures = vi.fn();
    const end = door.subscribe('session.removed', removed);
    door.subscribe('captures.changed', captures);
    latest().onopen();
    latest().onclose();
    vi.advanceTimersByTime(250);
    latest().onopen();
    latest().say({ event: 'session.removed', payload: { sessionId: 's' } });
    end();
    latest().say({ event: 'session.removed', payload: { sessionId: 't' } });
    expect(removed.mock.calls).toEqual([[{ sessionId: 's' }]]);
    expect(captures).not.toHaveBeenCalled();
  });
});
