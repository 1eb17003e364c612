import { FIELDS_MAX, type NumericField } from '../../../../shared/contract/series.ts';
import type { Capture } from '../capture.ts';
import { type NumberVisitor, visitNumbers } from './numeric-fields.ts';
import type { RowReader } from './row-pass.ts';

/** Places in payloads that are remembered: payloads whose names are never the same end there. */
const PLACES_MAX = 8 * FIELDS_MAX;

/** A place in the payloads on a topic. */
interface Place {
  readonly topic: number;
  readonly path: NumericField['path'];
  readonly parts: Map<string | number, Place>;
  count: number;
  last: number;
}

/** Finds the numbers that a capture's payloads have, by topic and path. */
export class FieldFinder implements RowReader {
  next = 0;
  /** There are fields that are not listed. */
  more = false;
  private readonly capture: Capture;
  private readonly topics = new Map<number, Place>();
  private readonly found: Place[] = [];
  private places = 0;
  private readonly visitor: NumberVisitor<Place> = {
    step: (place, part) =>
      place.parts.get(part) ?? this.add(place.parts, part, place.topic, [...place.path, part]),
    found: (place, value) => this.count(place, value),
  };

  constructor(capture: Capture) {
    this.capture = capture;
  }

  get fields(): NumericField[] {
    const { topics } = this.capture.log;
    return this.found.map(({ topic, path, count, last }) => ({
      kind: 'field',
      topic: topics.text(topic),
      path,
      count,
      last,
    }));
  }

  wantsJson(): boolean {
    return true;
  }

  take(row: number, json: unknown): void {
    if (json === undefined) return;
    const topic = this.capture.log.index.topic(row);
    const place = this.topics.get(topic) ?? this.add(this.topics, topic, topic, []);
    if (place !== null) visitNumbers(json, place, this.visitor);
  }

  private count(place: Place, value: number): void {
    if (place.count === 0) {
      if (this.found.length === FIELDS_MAX) {
        this.more = true;
        return;
      }
      this.found.push(place);
    }
    place.count += 1;
    place.last = value;
  }

  private add<K>(to: Map<K, Place>, key: K, topic: number, path: Place['path']): Place | null {
    if (this.places === PLACES_MAX) {
      this.more = true;
      return null;
    }
    this.places += 1;
    const place: Place = { topic, path, parts: new Map(), count: 0, last: 0 };
    to.set(key, place);
    return place;
  }
}
