import type { TopicOwner } from '../topics.ts';

/** Reads a value of a request by the path behind `request.`, such as `params.temperature`. */
export type RequestReader = (path: string) => string;

/** What a placeholder becomes. All placeholders of one message but `random` see the same values. */
export interface TemplateValues {
  /** Of this message: 0 to 4294967295, unique in its session. */
  readonly id: number;
  /** Of this message among its repeats, from 1. */
  readonly counter: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** null for a device without a triple. */
  readonly triple: TopicOwner | null;
  /** The request that the message answers; null for no answer. */
  readonly request: RequestReader | null;
  /** 0 to below 1, anew for each call. */
  random(): number;
}

/** Why a text is no template. */
export type TemplateReason = 'unclosed' | 'unknown' | 'bad-random' | 'no-triple' | 'no-request';

/** What there is to fill a template with. */
export interface TemplateScope {
  readonly triple: boolean;
  readonly request: boolean;
}

/** What is wrong with a template, and where: `text.slice(start, end)` is the placeholder at fault. */
export interface TemplateProblem {
  readonly reason: TemplateReason;
  readonly start: number;
  readonly end: number;
}

/** What a placeholder becomes in one message. */
type Filled = (values: TemplateValues) => string;
/** Text as it stands, or a placeholder. */
type Part = string | Filled;

type Parsed =
  | { readonly ok: true; readonly parts: readonly Part[] }
  | { readonly ok: false; readonly problem: TemplateProblem };

const placeholders: Readonly<Record<string, Filled>> = {
  id: ({ id }) => String(id),
  counter: ({ counter }) => String(counter),
  now: ({ now }) => String(now),
  // The form of `utcTime` in thing.log.post.
  utc: ({ now }) => new Date(now).toISOString().replace('Z', '+0000'),
  'triple.productKey': ({ triple }) => triple?.productKey ?? '',
  'triple.deviceName': ({ triple }) => triple?.deviceName ?? '',
};

/** How the placeholders are written, for those who offer them. */
export const placeholderForms: readonly string[] = [
  ...Object.keys(placeholders).map((name) => `{{${name}}}`),
  '{{random 10 30}}',
];

const decimalsOf = (bound: string): number => bound.split('.')[1]?.length ?? 0;

/**
 * `random a b`: a number from a to b, both included, with as many decimals as the bound with more
 * of them. (The platform takes a float or double only with a decimal, so `0.0` is a bound to write.)
 */
function randomPart(bounds: readonly string[]): Filled | null {
  const [first, second, ...more] = bounds;
  if (first === undefined || second === undefined || more.length > 0) return null;
  if (![first, second].every((bound) => /^-?\d+(\.\d+)?$/.test(bound))) return null;
  const decimals = Math.max(decimalsOf(first), decimalsOf(second));
  const scale = 10 ** decimals;
  const steps = [first, second].map((bound) => Math.round(Number(bound) * scale));
  const low = Math.min(...steps);
  const count = Math.max(...steps) - low + 1;
  if (decimals > 15 || !Number.isSafeInteger(low) || !Number.isSafeInteger(count)) return null;
  return ({ random }) => ((low + Math.floor(random() * count)) / scale).toFixed(decimals);
}

/** `request.params.temperature`: a value of the request, as it is written there. */
const requestPart =
  (path: string): Filled =>
  ({ request }) =>
    request?.(path) ?? '';

function partOf(inner: string, scope: TemplateScope): Filled | TemplateReason {
  const [name = '', ...bounds] = inner.trim().split(/\s+/);
  if (name === 'random') return randomPart(bounds) ?? 'bad-random';
  if (name.startsWith('request.') && bounds.length === 0)
    return scope.request ? requestPart(name.slice('request.'.length)) : 'no-request';
  const part = Object.hasOwn(placeholders, name) ? placeholders[name] : undefined;
  if (part === undefined || bounds.length > 0) return 'unknown';
  return name.startsWith('triple.') && !scope.triple ? 'no-triple' : part;
}

/** `{{{{` stands for two braces: no name begins with one. */
function parse(text: string, scope: TemplateScope): Parsed {
  const parts: Part[] = [];
  for (let at = 0; at < text.length; ) {
    const start = text.indexOf('{{', at);
    if (start < 0) {
      parts.push(text.slice(at));
      break;
    }
    parts.push(text.slice(at, start));
    if (text.startsWith('{{{{', start)) {
      parts.push('{{');
      at = start + 4;
      continue;
    }
    const close = text.indexOf('}}', start);
    const end = close < 0 ? text.length : close + 2;
    if (close < 0) return { ok: false, problem: { reason: 'unclosed', start, end } };
    const part = partOf(text.slice(start + 2, close), scope);
    if (typeof part === 'string') return { ok: false, problem: { reason: part, start, end } };
    parts.push(part);
    at = end;
  }
  return { ok: true, parts };
}

/** The first thing wrong with a template, null if nothing is. */
export function templateProblem(text: string, scope: TemplateScope): TemplateProblem | null {
  const parsed = parse(text, scope);
  return parsed.ok ? null : parsed.problem;
}

/**
 * The text with its placeholders filled in: `{{id}}`, `{{counter}}`, `{{now}}` (ms), `{{utc}}`,
 * `{{random a b}}`, `{{triple.productKey}}`, `{{triple.deviceName}}`, in an answer also
 * `{{request.…}}`; `{{{{` is `{{`. null for a text with a {@link templateProblem}.
 */
export function expandTemplate(text: string, values: TemplateValues): string | null {
  const { triple, request } = values;
  const parsed = parse(text, { triple: triple !== null, request: request !== null });
  if (!parsed.ok) return null;
  return parsed.parts.map((part) => (typeof part === 'string' ? part : part(values))).join('');
}
