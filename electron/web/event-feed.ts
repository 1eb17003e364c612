import type { EventName, EventPayload } from '../../shared/contract/events.ts';
import type { WebMessage } from '../../shared/contract/web-messages.ts';

/** The part of a WebSocket that a feed needs. */
export interface FeedSocket {
  /** Bytes accepted by `send` that the network has not taken yet. */
  readonly bufferedAmount: number;
  /** Calls back when the bytes have left, or with the error that kept them. */
  send(text: string, sent: () => void): void;
  /** Ends the connection at once. */
  terminate(): void;
}

export interface EventFeed {
  /** Sends anything but an event, in its place among the events. */
  send(message: WebMessage): void;
  event<K extends EventName>(name: K, payload: EventPayload<K>): void;
}

/** From this many waiting bytes on, growing views are held back. */
export const HOLD_BACK_FROM = 1_048_576;
/** A page this many bytes behind will not catch up: it is cut off, and reconnects for a snapshot. */
export const CUT_OFF_FROM = 67_108_864;

type Grown = EventPayload<'view.grew'>;

const lowest = (a: number | null, b: number | null) =>
  a === null || b === null ? (a ?? b) : Math.min(a, b);

/**
 * Carries events to one page without growing when the page is slow. A `view.grew` that meets a
 * full buffer waits, one per view, and a newer one takes its place. That loses nothing: each
 * carries the whole new value (total, tail, bytes), the lowest changed row of the two is kept,
 * and rows that were never sent are asked for when the page shows them.
 */
export function createEventFeed(socket: FeedSocket): EventFeed {
  const held = new Map<string, Grown>();

  const isFull = () => socket.bufferedAmount >= HOLD_BACK_FROM;

  function release(): void {
    for (const [viewId, payload] of held) {
      if (isFull()) return;
      held.delete(viewId);
      send({ event: 'view.grew', payload });
    }
  }

  function send(message: WebMessage): void {
    if (socket.bufferedAmount >= CUT_OFF_FROM) socket.terminate();
    else socket.send(JSON.stringify(message), release);
  }

  function hold(grown: Grown): void {
    const older = held.get(grown.viewId);
    held.set(grown.viewId, {
      ...grown,
      changed: older ? lowest(older.changed, grown.changed) : grown.changed,
    });
  }

  return {
    send,
    event(name, payload) {
      if (name === 'view.grew' && isFull()) hold(payload as Grown);
      else send({ event: name, payload });
    },
  };
}
