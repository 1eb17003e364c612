import { randomUUID } from 'node:crypto';
import { alinkMessage, wantsReply } from '../../../shared/alibaba/alink-message.ts';
import { clockOffset } from '../../../shared/alibaba/clock-offset.ts';
import { replyOutcome } from '../../../shared/alibaba/reply-outcome.ts';
import { type AwaitedReply, REPLY_TEXT_MAX, type Reply } from '../../../shared/contract/replies.ts';
import { HostError } from '../../../shared/contract/result.ts';
import { deviceAsks, dialogueRole, platformAnswers } from '../../../shared/session/dialogue.ts';

/** Milliseconds that a reply is waited for. */
const REPLY_TIMEOUT_MS = 10_000;
/** Milliseconds that what came of it can be asked for. */
const KEPT_MS = 30_000;
/** Replies awaited at once; further messages go out without. */
const AWAITED_MAX = 1000;

interface Awaited {
  /** As in `Reply`, once the reply has crossed the wire. */
  milliseconds: number | null;
  settle(reply: Reply | null): void;
}

/** A reply that was awaited from the moment its message was sent. */
export interface Expected extends AwaitedReply {
  /** null if none came in time. */
  readonly reply: Promise<Reply | null>;
}

/** What came of a message that was sent. */
export interface Sent {
  /** null where nothing replies. */
  readonly expected: Expected | null;
  /** As `sessions.publish` answers it. */
  readonly acknowledgedAfter: number | null;
}

/** Finds the platform's replies to what a device publishes. */
export class ReplyBook {
  /** By the key that question and answer share, the oldest first. */
  private readonly awaited = new Map<string, Awaited>();
  private readonly kept = new Map<string, Promise<Reply | null>>();

  /** Awaits the reply to a message that is about to be sent; null where nothing replies. */
  expect(topic: string, payload: string): Expected | null {
    const key = deviceAsks(topic, payload);
    const role = dialogueRole(topic);
    if (key === null || role.kind !== 'asks' || this.awaited.size >= AWAITED_MAX) return null;
    if (!wantsReply(alinkMessage(payload))) return null;
    this.awaited.get(key)?.settle(null);
    const reply = new Promise<Reply | null>((resolve) => {
      const timer = setTimeout(() => awaited.settle(null), REPLY_TIMEOUT_MS);
      const awaited: Awaited = {
        milliseconds: null,
        settle: (found) => {
          clearTimeout(timer);
          if (this.awaited.get(key) === awaited) this.awaited.delete(key);
          resolve(found);
        },
      };
      this.awaited.set(key, awaited);
    });
    return { id: this.keep(reply), topic: role.key, reply };
  }

  /** A reply was recorded, so many milliseconds after its message; `received` takes it next. */
  recorded(key: string, milliseconds: number): void {
    const awaited = this.awaited.get(key);
    if (awaited !== undefined) awaited.milliseconds = milliseconds;
  }

  /** Takes a message that the device received. */
  received(topic: string, payload: () => string): void {
    if (this.awaited.size === 0 || dialogueRole(topic).kind !== 'answers') return;
    const text = payload();
    const awaited = this.awaited.get(platformAnswers(topic, text) ?? '');
    if (awaited === undefined) return;
    awaited.settle({
      ...replyOutcome(text),
      topic,
      payload: text.slice(0, REPLY_TEXT_MAX),
      milliseconds: awaited.milliseconds,
      clockOffset: clockOffset(text, Date.now()),
    });
  }

  /** What came of a reply: waits for it while it may come. */
  async reply(id: string): Promise<Reply | null> {
    const reply = this.kept.get(id);
    if (reply === undefined) throw new HostError('not-found', `no reply ${id} is awaited`);
    return await reply;
  }

  /** Nothing comes any more. */
  stop(): void {
    for (const { settle } of [...this.awaited.values()]) settle(null);
    this.kept.clear();
  }

  private keep(reply: Promise<Reply | null>): string {
    const id = randomUUID();
    this.kept.set(id, reply);
    setTimeout(() => this.kept.delete(id), KEPT_MS).unref();
    return id;
  }
}
