import { randomUUID } from 'node:crypto';
import type { Reply } from '../../../shared/contract/replies.ts';
import { type Failure, failureOf, HostError } from '../../../shared/contract/result.ts';
import type { Message, Repeat, RepeatPlan } from '../../../shared/contract/sessions.ts';
import type { Expected } from './reply-book.ts';

/**
 * Publishes the message as the `counter`th of its repeat, from 1; rejects with a HostError. Answers
 * the reply that is awaited; null where nothing replies.
 */
export type PublishRepeat = (
  message: Message,
  counter: number,
) => Promise<Pick<Expected, 'reply'> | null>;

interface Running {
  repeat: Repeat;
  /** Publishes begun. */
  begun: number;
  /** When the last publish was due without jitter, in milliseconds of a clock that nobody sets. */
  due: number;
  timer: NodeJS.Timeout | null;
}

/** Messages of a session that are published again and again. */
export class Repeats {
  private readonly running = new Map<string, Running>();
  private readonly publish: PublishRepeat;
  private readonly changed: () => void;

  constructor(publish: PublishRepeat, changed: () => void) {
    this.publish = publish;
    this.changed = changed;
  }

  list(): Repeat[] {
    return [...this.running.values()].map(({ repeat }) => repeat);
  }

  /** Publishes now and then as planned. */
  start(message: Message, plan: RepeatPlan): Repeat {
    const repeat: Repeat = {
      ...plan,
      id: randomUUID(),
      message,
      published: 0,
      finished: false,
      error: null,
      reply: null,
    };
    this.running.set(repeat.id, { repeat, begun: 0, due: performance.now(), timer: null });
    this.fire(repeat.id);
    return repeat;
  }

  /** Stops one and takes it, or a finished one, from the list. */
  stop(id: string): void {
    const entry = this.running.get(id);
    if (entry === undefined) throw new HostError('not-found', `no repeat ${id}`);
    if (entry.timer !== null) clearTimeout(entry.timer);
    this.running.delete(id);
    this.changed();
  }

  stopAll(): void {
    if (this.running.size === 0) return;
    for (const { timer } of this.running.values()) if (timer !== null) clearTimeout(timer);
    this.running.clear();
    this.changed();
  }

  private fire(id: string): void {
    const entry = this.running.get(id);
    if (entry === undefined) return;
    entry.begun += 1;
    entry.timer = this.planNext(entry);
    const last = entry.timer === null;
    this.publish(entry.repeat.message, entry.begun).then(
      (expected) => {
        this.tell(entry, null, last);
        void expected?.reply.then((reply) => this.tellReply(entry, reply));
      },
      (error: unknown) => this.tell(entry, failureOf(error), last),
    );
  }

  /** Intervals are counted from when publishes were due, so that jitter does not add up. */
  private planNext(entry: Running): NodeJS.Timeout | null {
    const { id, everySeconds, jitterMs = 0, count = Number.POSITIVE_INFINITY } = entry.repeat;
    if (entry.begun >= count) return null;
    const now = performance.now();
    const interval = everySeconds * 1000;
    // What a machine that slept has missed is not made up for.
    entry.due = entry.due + interval > now ? entry.due + interval : now + interval;
    return setTimeout(() => this.fire(id), entry.due - now + Math.random() * jitterMs);
  }

  private tell(entry: Running, error: Failure | null, last: boolean): void {
    const { repeat } = entry;
    if (!this.running.has(repeat.id)) return;
    const published = repeat.published + (error === null ? 1 : 0);
    entry.repeat = { ...repeat, published, error, finished: repeat.finished || last };
    this.changed();
  }

  private tellReply(entry: Running, reply: Reply | null): void {
    if (reply === null || !this.running.has(entry.repeat.id)) return;
    const { code, isSuccess, milliseconds } = reply;
    entry.repeat = { ...entry.repeat, reply: { code, isSuccess, milliseconds } };
    this.changed();
  }
}
