import type { WebSocket } from 'ws';
import { webRequestSchema } from '../../shared/contract/web-messages.ts';
import type { Host } from '../host/host.ts';
import { createEventFeed } from './event-feed.ts';

/** Milliseconds between two pings; a socket that did not answer the last one is dead. */
const PING_EVERY = 15_000;

/** Close codes of RFC 6455 §7.4.1. */
const UNSUPPORTED_DATA = 1003;
const INVALID_PAYLOAD = 1007;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The id of a request that is otherwise wrong, so that its sender gets an answer and not silence. */
function idOf(request: unknown): number | null {
  const id = typeof request === 'object' && request && 'id' in request ? request.id : null;
  return Number.isInteger(id) ? Number(id) : null;
}

/** Answers dead connections with an end: a page whose machine slept or vanished sends no close. */
function endWhenDead(socket: WebSocket): void {
  let alive = true;
  socket.on('pong', () => {
    alive = true;
  });
  const timer = setInterval(() => {
    if (!alive) return socket.terminate();
    alive = false;
    socket.ping();
  }, PING_EVERY);
  socket.on('close', () => clearInterval(timer));
}

/**
 * Joins a page's socket, which has been let in, to the host: its commands go to `invoke`, answers
 * and every event go back.
 */
export function openSocketDoor(host: Host, socket: WebSocket): void {
  const feed = createEventFeed(socket);

  async function receive(text: string): Promise<void> {
    const message = parse(text);
    const request = webRequestSchema.safeParse(message);
    if (request.success) {
      const { id, command, input } = request.data;
      feed.send({ id, result: await host.invoke(command, input) });
      return;
    }
    const id = idOf(message);
    if (id === null) return socket.close(INVALID_PAYLOAD, 'not a request');
    const error = { code: 'invalid-input', message: request.error.message } as const;
    feed.send({ id, result: { ok: false, error } });
  }

  const unsubscribe = host.subscribe(feed.event);
  socket.on('close', unsubscribe);
  socket.on('message', (data, isBinary) => {
    if (isBinary) socket.close(UNSUPPORTED_DATA, 'text only');
    else void receive(String(data));
  });
  // An oversized or broken frame: ws closes the socket with the code that says why.
  socket.on('error', () => {});
  endWhenDead(socket);
}
