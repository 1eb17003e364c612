import type { PacketField } from '../../contract/packets.ts';
import type { DecodeRun } from './decode-run.ts';
import { bytesAsHex, countedBytes, maskedBytes } from './render-bytes.ts';
import { readVariableInteger } from './variable-integer.ts';

/** Bytes of the packet, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One or more bits of a byte. */
export interface BitField {
  readonly name: string;
  readonly value: string | number;
  readonly meaning?: string;
}

/** How a length-prefixed field's content is shown. */
interface Shown {
  readonly value: string;
  readonly meaning?: string;
  readonly children?: readonly PacketField[];
}

/** The most entries of one list (filters, codes, properties) that are decoded into fields. */
export const LIST_ENTRIES_MAX = 4096;

const noMeaning = () => '';

/**
 * Reads a stretch of a packet front to back and collects the fields it makes of it. A read that
 * does not fit yields null and an incomplete field over the bytes that are left; it is reported
 * once, and every later read yields null, so that callers need no check between two reads.
 */
export class FieldReader {
  readonly fields: PacketField[] = [];
  readonly run: DecodeRun;
  readonly end: number;
  #position: number;
  #incomplete = false;

  constructor(run: DecodeRun, start: number, end: number) {
    this.run = run;
    this.#position = start;
    this.end = end;
  }

  get position(): number {
    return this.#position;
  }

  /** Bytes not yet read. */
  get left(): number {
    return this.end - this.#position;
  }

  /** Whether a read failed. */
  get incomplete(): boolean {
    return this.#incomplete;
  }

  /** A field of bytes that were read. */
  add(name: string, span: Span, shown: Shown): void {
    this.fields.push({
      name,
      value: shown.value,
      meaning: shown.meaning ?? '',
      start: span.start,
      end: span.end,
      children: shown.children ?? [],
    });
  }

  /** A big-endian unsigned integer of 1, 2 or 4 bytes. */
  uint(
    name: string,
    size: 1 | 2 | 4,
    meaning: (value: number) => string = noMeaning,
  ): number | null {
    const span = this.#take(name, size);
    if (!span) return null;
    let value = 0;
    for (let at = span.start; at < span.end; at++) value = value * 256 + this.#byte(at);
    this.add(name, span, { value: String(value), meaning: meaning(value) });
    return value;
  }

  /** A byte whose bits are fields of their own; all of them share its range. */
  bits(
    name: string,
    bits: (byte: number) => readonly BitField[],
    meaning: (byte: number) => string = noMeaning,
  ): number | null {
    const span = this.#take(name, 1);
    if (!span) return null;
    const byte = this.#byte(span.start);
    this.add(name, span, {
      value: `0x${byte.toString(16).padStart(2, '0')}`,
      meaning: meaning(byte),
      children: bits(byte).map((bit) => ({
        name: bit.name,
        value: String(bit.value),
        meaning: bit.meaning ?? '',
        ...span,
        children: [],
      })),
    });
    return byte;
  }

  /** A variable byte integer of 1 to 4 bytes (MQTT 5.0 §1.5.5). */
  variableInteger(name: string, meaning: (value: number) => string = noMeaning): number | null {
    if (this.#incomplete) return null;
    const start = this.#position;
    const read = readVariableInteger(this.run.bytes, start, this.end);
    if (read.problem === 'incomplete') {
      this.#overrun(name, this.left + 1);
      return null;
    }
    this.#position = read.end;
    if (read.problem === 'malformed') {
      this.run.report('mqtt-integer-malformed', { field: name });
      this.#incomplete = true;
      const value = bytesAsHex(this.run.bytes, start, read.end);
      this.add(name, { start, end: read.end }, { value, meaning: 'malformed' });
      return null;
    }
    if (this.run.level === 5 && !read.minimal) {
      this.run.report('mqtt-integer-not-minimal', { field: name, value: read.value });
    }
    const shown = { value: String(read.value), meaning: meaning(read.value) };
    this.add(name, { start, end: read.end }, shown);
    return read.value;
  }

  /**
   * A two-byte length and as many bytes. `show` gets the content's range, and whether all of it is
   * there; the length becomes the field's first child. Null if the content is incomplete.
   */
  prefixed(name: string, show: (content: Span, complete: boolean) => Shown): Span | null {
    if (this.#incomplete) return null;
    if (this.left < 2) {
      this.#overrun(name, 2);
      return null;
    }
    const start = this.#position;
    const length = this.#byte(start) * 256 + this.#byte(start + 1);
    const complete = length <= this.left - 2;
    const content = { start: start + 2, end: complete ? start + 2 + length : this.end };
    if (!complete) this.#reportOverrun(name, length, this.left - 2);
    const cut = `incomplete: ${content.end - content.start} of ${countedBytes(length)}`;
    // What fills an overlong field of a CONNECT may be the password that should follow it.
    const hidden = !complete && this.run.masked;
    const shown = hidden
      ? { value: maskedBytes(content.end - content.start) }
      : show(content, complete);
    this.#position = content.end;
    this.add(
      name,
      { start, end: content.end },
      {
        value: shown.value,
        meaning: complete ? (shown.meaning ?? '') : cut,
        children: [
          {
            name: 'Length',
            value: String(length),
            meaning: '',
            start,
            end: start + 2,
            children: [],
          },
          ...(shown.children ?? []),
        ],
      },
    );
    return complete ? content : null;
  }

  /**
   * A field made of the fields that `read` takes from the next `length` bytes (from all that are
   * left unless told). Bytes of a told length that `read` leaves are shown as undecoded.
   */
  group(
    name: string,
    read: (inner: FieldReader) => Omit<Shown, 'children'>,
    length?: number,
  ): void {
    if (this.#incomplete) return;
    const start = this.#position;
    if (length !== undefined && length > this.left) this.#reportOverrun(name, length, this.left);
    const inner = new FieldReader(
      this.run,
      start,
      start + Math.min(length ?? this.left, this.left),
    );
    const shown = read(inner);
    if (length !== undefined) inner.unexpected(name);
    else if (inner.incomplete) this.#incomplete = true;
    this.#position = inner.position;
    if (inner.position > start) {
      this.add(name, { start, end: inner.position }, { ...shown, children: inner.fields });
    }
  }

  /** Calls `read` until nothing is left, at most LIST_ENTRIES_MAX times: a list must stay showable. */
  each(name: string, read: () => void): void {
    for (let entry = 0; this.left > 0 && !this.#incomplete; entry++) {
      if (entry === LIST_ENTRIES_MAX) {
        this.run.report('mqtt-too-many-entries', { field: name, limit: LIST_ENTRIES_MAX });
        this.rest('Undecoded bytes', `more than ${LIST_ENTRIES_MAX} entries`);
        return;
      }
      read();
    }
  }

  /** Ends a stretch: bytes that are left belong nowhere, and are reported unless a read failed. */
  unexpected(field: string): void {
    if (this.left > 0 && !this.#incomplete) {
      this.run.report('mqtt-trailing-bytes', { field, bytes: this.left });
    }
    this.rest('Undecoded bytes', '');
  }

  /** All that is left as one field without structure; its bytes in hex unless `value` is given. */
  rest(name: string, meaning: string, value?: string): void {
    if (this.left === 0) return;
    const start = this.#position;
    const hex = () =>
      this.run.masked ? maskedBytes(this.end - start) : bytesAsHex(this.run.bytes, start, this.end);
    this.#position = this.end;
    this.add(name, { start, end: this.end }, { value: value ?? hex(), meaning });
  }

  /** Says more about a field that was read, once what follows it is known. */
  explain(name: string, meaning: string): void {
    const at = this.fields.findIndex((field) => field.name === name);
    const field = this.fields[at];
    if (field) this.fields[at] = { ...field, meaning };
  }

  #byte(at: number): number {
    return this.run.bytes[at] ?? 0;
  }

  #take(name: string, length: number): Span | null {
    if (this.#incomplete) return null;
    if (length > this.left) {
      this.#overrun(name, length);
      return null;
    }
    const start = this.#position;
    this.#position += length;
    return { start, end: this.#position };
  }

  #overrun(name: string, needed: number): void {
    this.#reportOverrun(name, needed, this.left);
    this.rest(name, `incomplete: ${this.left} of ${countedBytes(needed)}`);
  }

  #reportOverrun(field: string, needed: number, left: number): void {
    const missing = this.run.truncated && this.end === this.run.bytes.length;
    if (!missing) this.run.report('mqtt-field-overruns', { field, needed, left });
    this.#incomplete = true;
  }
}
