import { describe, expect, it } from 'vitest';
import type { EventPayload } from '../../shared/contract/events.ts';
import { CUT_OFF_FROM, createEventFeed, HOLD_BACK_FROM } from './event-feed.ts';

/** A socket whose network takes bytes only when told to. */
function createSocket() {
  const sent: unknown[] = [];
  const waiting: (() => void)[] = [];
  const socket = {
    bufferedAmount: 0,
    terminated: false,
    send(text: string, done: () => void) {
      sent.push(JSON.parse(text));
      waiting.push(done);
    },
    terminate() {
      socket.terminated = true;
    },
    /** The network took everything. */
    drain() {
      socket.bufferedAmount = 0;
      for (const done of waiting.splice(0)) done();
    },
  };
  return { socket, sent };
}

const grown = (viewId: string, total: number, changed: number | null) =>
  ({
    viewId,
    total,
    tail: [],
    changed,
    bytes: 0,
    rate: 0,
    dropped: 0,
  }) satisfies EventPayload<'view.grew'>;

const event = (payload: EventPayload<'view.grew'>) => ({ event: 'view.grew', payload });

describe('events on their way to a page', () => {
  it('go at once to a page that keeps up', () => {
    const { socket, sent } = createSocket();
    const feed = createEventFeed(socket);
    feed.event('session.removed', { sessionId: 's' });
    feed.event('view.grew', grown('v', 1, null));
    expect(sent).toEqual([
      { event: 'session.removed', payload: { sessionId: 's' } },
      event(grown('v', 1, null)),
    ]);
  });

  it('of one view merge into the newest while the page is slow, keeping the lowest changed row', () => {
    const { socket, sent } = createSocket();
    const feed = createEventFeed(socket);
    feed.event('view.grew', grown('v', 1, null));
    socket.bufferedAmount = HOLD_BACK_FROM;
    feed.event('view.grew', grown('v', 2, 7));
    feed.event('view.grew', grown('v', 3, 4));
    feed.event('view.grew', grown('v', 4, null));
    feed.event('view.grew', grown('w', 9, null));
    expect(sent).toEqual([event(grown('v', 1, null))]);
    socket.drain();
    expect(sent.slice(1)).toEqual([event(grown('v', 4, 4)), event(grown('w', 9, null))]);
    socket.drain();
    expect(sent).toHaveLength(3);
  });

  it('that may not be merged, and answers, are sent to a slow page too', () => {
    const { socket, sent } = createSocket();
    const feed = createEventFeed(socket);
    socket.bufferedAmount = HOLD_BACK_FROM;
    feed.event('session.removed', { sessionId: 's' });
    feed.send({ id: 1, result: { ok: true, value: {} } });
    expect(sent).toHaveLength(2);
  });

  it('end with the connection of a page that is hopelessly behind', () => {
    const { socket, sent } = createSocket();
    const feed = createEventFeed(socket);
    socket.bufferedAmount = CUT_OFF_FROM;
    feed.event('session.removed', { sessionId: 's' });
    expect(socket.terminated).toBe(true);
    expect(sent).toEqual([]);
  });
});
