import { FIELDS_MAX, type NumericField } from '../../../../shared/contract/series.ts';
import type { Capture } from '../capture.ts';
import { numericFields } from './numeric-fields.ts';
import type { RowReader } from './row-pass.ts';

type Counted = Pick<NumericField, 'topic' | 'path'> & { count: number; last: number };

/** Finds the numbers that a capture's payloads have, by topic and path. */
export class FieldFinder implements RowReader {
  next = 0;
  private readonly capture: Capture;
  private readonly found = new Map<string, Counted>();
  /** Keys of fields that are not listed because FIELDS_MAX are. */
  private readonly others = new Set<string>();

  constructor(capture: Capture) {
    this.capture = capture;
  }

  get fields(): NumericField[] {
    return [...this.found.values()].map((field) => ({ kind: 'field', ...field }));
  }

  /** At least so many more; counted no further than it can be remembered. */
  get hidden(): number {
    return this.others.size;
  }

  wantsJson(): boolean {
    return true;
  }

  take(row: number, json: unknown): void {
    if (json === undefined) return;
    const { index, topics } = this.capture.log;
    const number = index.topic(row);
    numericFields(json, (path, value) => {
      const key = `${number} ${JSON.stringify(path)}`;
      const known = this.found.get(key);
      if (known !== undefined) {
        known.count += 1;
        known.last = value;
      } else if (this.found.size < FIELDS_MAX) {
        this.found.set(key, { topic: topics.text(number), path: [...path], count: 1, last: value });
      } else if (this.others.size < FIELDS_MAX) {
        this.others.add(key);
      }
    });
  }
}
