import {
  ACK,
  CLIENT,
  type End,
  FIN,
  ipPacket,
  SERVER,
  SYN,
  type TestFrame,
} from './foreign-capture.ts';

/** Microseconds between two frames of a conversation. */
export const FRAME_US = 1000;
const START_US = 1_700_000_000_123_456;

export interface ConversationOptions {
  readonly client?: End;
  readonly server?: End;
  /** Sequence numbers of the SYNs: near the wrap unless told. */
  readonly clientSequence?: number;
  readonly serverSequence?: number;
  readonly start?: number;
  /** Who sends the first FIN: the client unless told. */
  readonly closedBy?: 'client' | 'server' | 'nobody';
}

/** One step of a conversation: who sends which bytes. */
export interface Said {
  readonly sent: boolean;
  readonly bytes: Uint8Array;
}

/** A whole TCP connection as raw IP frames, one for each step, opened and closed. */
export function conversation(
  steps: readonly Said[],
  options: ConversationOptions = {},
): TestFrame[] {
  const { client = CLIENT, server = SERVER, start = START_US, closedBy = 'client' } = options;
  const next = {
    client: options.clientSequence ?? 0xfffffff0,
    server: options.serverSequence ?? 0xffffff00,
  };
  const frames: TestFrame[] = [];
  const say = (sent: boolean, flags: number, payload: Uint8Array = Buffer.alloc(0)) => {
    const [from, to] = sent ? [client, server] : [server, client];
    const [own, other] = sent ? (['client', 'server'] as const) : (['server', 'client'] as const);
    const data = ipPacket({
      from,
      to,
      sequence: next[own],
      acknowledged: (flags & ACK) === 0 ? 0 : next[other],
      flags,
      payload,
    });
    next[own] += payload.length + ((flags & (SYN | FIN)) === 0 ? 0 : 1);
    frames.push({ data, time: start + frames.length * FRAME_US });
  };
  say(true, SYN);
  say(false, SYN | ACK);
  say(true, ACK);
  for (const { sent, bytes } of steps) say(sent, ACK, bytes);
  if (closedBy === 'nobody') return frames;
  const byClient = closedBy === 'client';
  say(byClient, FIN | ACK);
  say(!byClient, FIN | ACK);
  say(byClient, ACK);
  return frames;
}
