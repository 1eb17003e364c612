import type { CommandInput, CommandName } from '../../../shared/contract/commands.ts';
import type { Door } from '../../../shared/contract/door.ts';
import type { EventPayload } from '../../../shared/contract/events.ts';
import type { Result } from '../../../shared/contract/result.ts';
import { aRow } from './test-rows.ts';

interface Call {
  readonly name: CommandName;
  readonly input: unknown;
}

/**
 * A host behind a door that answers at once, or when told to. Without a filter its view shows the
 * rows 0 to `total - 1`, with one every tenth of them.
 */
export class FakeHost {
  total = 0;
  viewsOpened = 0;
  viewGone = false;
  /** How far a filter has come when its view is opened. */
  searched = Number.POSITIVE_INFINITY;
  held: (() => void)[] | null = null;
  readonly calls: Call[] = [];
  #step = 1;
  #listener: ((payload: EventPayload<'view.grew'>) => void) | null = null;

  readonly door: Door = {
    invoke: (name: CommandName, input: unknown) => {
      this.calls.push({ name, input });
      return new Promise((resolve) => {
        const answer = () => resolve(this.#answer(name, input) as never);
        if (this.held) this.held.push(answer);
        else answer();
      });
    },
    subscribe: (_name, listener) => {
      this.#listener = listener as (payload: EventPayload<'view.grew'>) => void;
      return () => {
        this.#listener = null;
      };
    },
  };

  /** Rows that the view shows. */
  get shown(): number {
    return Math.ceil(Math.min(this.total, this.searched) / this.#step);
  }

  get search() {
    const searched = Math.min(this.total, this.searched);
    return this.#step === 1 ? {} : { search: { searched, packets: this.total, error: null } };
  }

  #answer(name: CommandName, input: unknown): Result<unknown> {
    if (name === 'view.open') return this.#open(input as CommandInput<'view.open'>);
    if (name === 'packet.get') {
      return { ok: true, value: { row: aRow((input as CommandInput<'packet.get'>).row) } };
    }
    if (this.viewGone) return { ok: false, error: { code: 'not-found', message: 'gone' } };
    if (name === 'view.find') {
      const { row } = input as CommandInput<'view.find'>;
      const found = row % this.#step === 0;
      return { ok: true, value: { position: Math.ceil(row / this.#step), found } };
    }
    if (name !== 'view.rows') return { ok: true, value: {} };
    const { start, count } = input as CommandInput<'view.rows'>;
    return { ok: true, value: { total: this.shown, rows: this.rows(start, count) } };
  }

  #open({ filter = '' }: CommandInput<'view.open'>): Result<unknown> {
    this.viewsOpened += 1;
    this.viewGone = false;
    this.#step = filter === '' ? 1 : 10;
    const viewId = `view-${this.viewsOpened}`;
    const counts = { total: this.shown, bytes: 500, dropped: 0 };
    return { ok: true, value: { viewId, start: 1_000, ...counts, ...this.search } };
  }

  /** The rows at positions of the view. */
  rows(start: number, count: number) {
    const length = Math.max(0, Math.min(count, this.shown - start));
    return Array.from({ length }, (_, at) => aRow((start + at) * this.#step));
  }

  grew(change: Partial<EventPayload<'view.grew'>>): void {
    this.#listener?.({
      viewId: `view-${this.viewsOpened}`,
      total: this.shown,
      tail: [],
      changed: null,
      bytes: 1_000,
      rate: 41,
      dropped: 0,
      ...this.search,
      ...change,
    });
  }

  /** What one command was asked for so far. */
  inputsOf<K extends CommandName>(name: K): CommandInput<K>[] {
    const calls = this.calls.filter((call) => call.name === name);
    return calls.map(({ input }) => input as CommandInput<K>);
  }

  /** Pages asked for so far, by their first row. */
  get asked(): number[] {
    return this.inputsOf('view.rows').map(({ start }) => start);
  }

  get follows(): number[] {
    return this.inputsOf('view.follow').map(({ rows }) => rows);
  }
}
