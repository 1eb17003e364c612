import type { CommandInput, CommandName, CommandOutput } from '../shared/contract/commands.ts';
import type { Door } from '../shared/contract/door.ts';
import type { EventName, EventPayload } from '../shared/contract/events.ts';
import type { Result } from '../shared/contract/result.ts';
import type { WebMessage, WebRequest } from '../shared/contract/web-messages.ts';

/** Milliseconds before the first and the longest wait between two attempts to connect. */
const RETRY_FIRST = 250;
const RETRY_LONGEST = 5_000;

type Answer = (result: Result<unknown>) => void;
type Listener = (payload: unknown) => void;

const closed: Result<never> = {
  ok: false,
  error: { code: 'door-closed', message: 'the connection to the host is closed' },
};

/**
 * The door of web mode: commands and events as JSON texts over one WebSocket, made again with
 * back-off whenever it is lost. Commands sent while the first connection is being made wait for
 * it; later ones, and those under way when it is lost, answer `door-closed`.
 *
 * @param url the host's address, such as `ws://127.0.0.1:8520/door`
 * @param onState told of every opening and of every loss
 */
export function createWebDoor(url: string, onState: (state: 'open' | 'lost') => void): Door {
  const waiting: string[] = [];
  const answers = new Map<number, Answer>();
  const listeners = new Map<EventName, Set<Listener>>();
  let socket: WebSocket | null = null;
  let settled = false;
  let lastId = 0;
  let retryIn = RETRY_FIRST;

  function receive(text: string): void {
    const message = JSON.parse(text) as WebMessage;
    if ('event' in message) {
      for (const listener of [...(listeners.get(message.event) ?? [])]) listener(message.payload);
      return;
    }
    answers.get(message.id)?.(message.result);
    answers.delete(message.id);
  }

  function lose(): void {
    socket = null;
    settled = true;
    waiting.length = 0;
    const unanswered = [...answers.values()];
    answers.clear();
    for (const answer of unanswered) answer(closed);
    onState('lost');
    setTimeout(connect, retryIn);
    retryIn = Math.min(retryIn * 2, RETRY_LONGEST);
  }

  function connect(): void {
    const attempt = new WebSocket(url);
    attempt.onopen = () => {
      socket = attempt;
      settled = true;
      retryIn = RETRY_FIRST;
      for (const text of waiting.splice(0)) attempt.send(text);
      onState('open');
    };
    attempt.onmessage = ({ data }) => receive(String(data));
    attempt.onclose = lose;
  }

  connect();

  return {
    invoke<K extends CommandName>(command: K, input: CommandInput<K>) {
      if (!socket && settled) return Promise.resolve(closed);
      const request: WebRequest = { id: ++lastId, command, input };
      const text = JSON.stringify(request);
      return new Promise<Result<CommandOutput<K>>>((resolve) => {
        answers.set(request.id, resolve as Answer);
        if (socket) socket.send(text);
        else waiting.push(text);
      });
    },
    subscribe<K extends EventName>(name: K, listener: (payload: EventPayload<K>) => void) {
      const own = listener as Listener;
      const set = listeners.get(name) ?? new Set<Listener>();
      listeners.set(name, set.add(own));
      return () => void set.delete(own);
    },
  };
}
