import { randomUUID } from 'node:crypto';
import { HostError } from '../../../shared/contract/result.ts';
import type { Message, Repeat } from '../../../shared/contract/sessions.ts';

/** Messages of a session that are published again and again. */
export class Repeats {
  private readonly running = new Map<string, { repeat: Repeat; timer: NodeJS.Timeout }>();
  private readonly publish: (message: Message) => Promise<void>;
  private readonly changed: () => void;

  /** `publish` rejects with a message for the user. */
  constructor(publish: (message: Message) => Promise<void>, changed: () => void) {
    this.publish = publish;
    this.changed = changed;
  }

  list(): Repeat[] {
    return [...this.running.values()].map(({ repeat }) => repeat);
  }

  /** Publishes now and then every `everySeconds`. */
  start(message: Message, everySeconds: number): Repeat {
    const repeat: Repeat = { id: randomUUID(), message, everySeconds, published: 0, error: null };
    const timer = setInterval(() => void this.fire(repeat.id), everySeconds * 1000);
    this.running.set(repeat.id, { repeat, timer });
    void this.fire(repeat.id);
    return repeat;
  }

  stop(id: string): void {
    const entry = this.running.get(id);
    if (entry === undefined) throw new HostError('not-found', `no repeat ${id}`);
    clearInterval(entry.timer);
    this.running.delete(id);
    this.changed();
  }

  stopAll(): void {
    for (const { timer } of this.running.values()) clearInterval(timer);
    this.running.clear();
  }

  private async fire(id: string): Promise<void> {
    const message = this.running.get(id)?.repeat.message;
    if (message === undefined) return;
    const outcome = await this.publish(message).then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    const entry = this.running.get(id);
    if (entry === undefined) return;
    const published = entry.repeat.published + (outcome === null ? 1 : 0);
    this.running.set(id, { ...entry, repeat: { ...entry.repeat, published, error: outcome } });
    this.changed();
  }
}
