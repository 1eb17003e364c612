import { type Token, Tokenizer } from 'cborg';

const INDENT = '  ';
/** Levels that are laid out; indenting more of them would take more room than the message. */
export const DEPTH_MAX = 256;

const options = {
  allowIndefinite: true,
  allowUndefined: true,
  allowBigInt: true,
  allowInfinity: true,
  allowNaN: true,
};

/** An array, a map or a tag that is open. */
interface Frame {
  readonly kind: 'array' | 'map' | 'tag';
  /** Items that it holds, keys of a map counted too; Infinity where a break ends it. */
  readonly items: number;
  read: number;
}

/** Why reading stopped before the end. */
export interface CborError {
  readonly kind: 'unfinished' | 'too-deep' | 'unexpected-break' | 'undecodable';
  /** What cannot be decoded, in the decoder's words; empty for the other kinds. */
  readonly detail: string;
}

/** A CBOR message as text. */
export interface CborText {
  /** Diagnostic notation (RFC 8949 §8) over lines: JSON with byte strings, tags and more. */
  readonly text: string;
  /** null where all was read. */
  readonly error: CborError | null;
  /** Whether it is one item, an array or a map at heart, that takes up all the bytes. */
  readonly likely: boolean;
}

const hex = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** A float with a mark that it is one: `1.0`, `1.5`, `NaN`. */
function floatText(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? `${value}.0` : String(value);
}

function scalarText({ type, value }: Token): string {
  if (type.name === 'string') return JSON.stringify(value);
  if (type.name === 'bytes') return `h'${hex(value as Uint8Array)}'`;
  if (type.name === 'float') return floatText(value as number);
  return String(value);
}

const openings = { array: '[', map: '{', tag: '(' } as const;
const closings = { array: ']', map: '}', tag: ')' } as const;

/** Items that the decoder reads but that cannot be laid out. */
class LayoutError extends Error {
  readonly kind: 'too-deep' | 'unexpected-break';

  constructor(kind: LayoutError['kind']) {
    super(kind);
    this.kind = kind;
  }
}

function errorOf(problem: unknown): CborError {
  if (problem instanceof LayoutError) return { kind: problem.kind, detail: '' };
  const detail = problem instanceof Error ? problem.message : String(problem);
  return { kind: 'undecodable', detail: detail.replace(/^CBOR decode error: /, '') };
}

/** Collects the parts of the text, and knows what is open around the next item. */
class Layout {
  readonly parts: string[] = [];
  readonly frames: Frame[] = [];

  /** What goes before the next item: a comma, a line, a colon. */
  before(): void {
    const frame = this.frames.at(-1);
    if (frame === undefined) {
      if (this.parts.length > 0) this.parts.push('\n');
    } else if (frame.kind === 'map' && frame.read % 2 === 1) this.parts.push(': ');
    else if (frame.kind !== 'tag') {
      if (frame.read > 0) this.parts.push(',');
      this.line();
    }
    if (frame) frame.read += 1;
  }

  open(kind: Frame['kind'], items: number, mark: string): void {
    this.parts.push(mark, openings[kind], items === Number.POSITIVE_INFINITY ? '_ ' : '');
    this.frames.push({ kind, items, read: 0 });
    if (this.frames.length > DEPTH_MAX) throw new LayoutError('too-deep');
  }

  /** Closes what has all its items, and what holds that in turn. */
  closeFull(): void {
    for (let frame = this.frames.at(-1); frame?.read === frame?.items; frame = this.frames.at(-1)) {
      if (frame === undefined) return;
      this.close(frame);
    }
  }

  break(): void {
    const frame = this.frames.at(-1);
    const ends = frame?.items === Number.POSITIVE_INFINITY;
    if (!ends || (frame.kind === 'map' && frame.read % 2 === 1))
      throw new LayoutError('unexpected-break');
    this.close(frame);
    this.closeFull();
  }

  private close(frame: Frame): void {
    this.frames.pop();
    if (frame.kind !== 'tag' && frame.read > 0) this.line();
    this.parts.push(closings[frame.kind]);
  }

  private line(): void {
    const depth = this.frames.filter(({ kind }) => kind !== 'tag').length;
    this.parts.push('\n', INDENT.repeat(depth));
  }
}

function layOut(token: Token, layout: Layout): void {
  const { type, value } = token;
  if (type.name === 'break') {
    layout.break();
    return;
  }
  layout.before();
  if (type.name === 'array') layout.open('array', value as number, '');
  else if (type.name === 'map') layout.open('map', 2 * (value as number), '');
  else if (type.name === 'tag') layout.open('tag', 1, String(value));
  else layout.parts.push(scalarText(token));
  layout.closeFull();
}

/** Reads bytes as CBOR (RFC 8949); several items one after the other are a line each (RFC 8742). */
export function readCbor(bytes: Uint8Array): CborText {
  const layout = new Layout();
  const tokens = new Tokenizer(bytes, options);
  let error: CborError | null = null;
  let items = 0;
  let container = false;
  try {
    while (!tokens.done()) {
      const token = tokens.next();
      if (layout.frames.every(({ kind }) => kind === 'tag')) {
        if (token.type.name === 'array' || token.type.name === 'map') container = true;
      }
      layOut(token, layout);
      if (layout.frames.length === 0) items += 1;
    }
    if (layout.frames.length > 0) error = { kind: 'unfinished', detail: '' };
  } catch (problem) {
    error = errorOf(problem);
  }
  return { text: layout.parts.join(''), error, likely: error === null && items === 1 && container };
}
