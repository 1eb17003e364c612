import type { ThingDataType } from '../thing-model.ts';
import { valueProblem } from '../thing-value.ts';
import { rawAt, readJsonText, withValue } from './json-text.ts';

/** How a value is written into a payload, or why it is not. */
export type WrittenValue =
  | {
      readonly ok: true;
      readonly raw: string;
      /** An Alink code if the platform would not take it: out of range, too long. */
      readonly code: number | null;
    }
  | { readonly ok: false };

const PLACEHOLDER = /\{\{[^{}]+\}\}/;
const ONE_PLACEHOLDER = /^\{\{[^{}]+\}\}$/;

/**
 * What a person types for a value of a type, as JSON. In a template, a placeholder may stand for a
 * number and be part of a text. A float or a double gets a decimal: the platform takes `23.0`, not
 * `23` (alibaba-iot §4).
 */
export function writeValue(
  dataType: ThingDataType,
  typed: string,
  isTemplate: boolean,
): WrittenValue {
  const text = typed.trim();
  const isPlaceholder = isTemplate && ONE_PLACEHOLDER.test(text);
  switch (dataType.type) {
    case 'text':
      return checked(dataType, JSON.stringify(typed), isTemplate);
    case 'date':
      return isPlaceholder || /^\d+$/.test(text)
        ? { ok: true, raw: JSON.stringify(text), code: null }
        : { ok: false };
    case 'struct':
    case 'array': {
      const raw = withDecimals(dataType, text, isTemplate);
      return raw === null ? { ok: false } : checked(dataType, raw, isTemplate);
    }
    default: {
      if (isPlaceholder) return { ok: true, raw: text, code: null };
      const number = text === '' ? Number.NaN : Number(text);
      if (!Number.isFinite(number)) return { ok: false };
      if (dataType.type === 'float' || dataType.type === 'double')
        return checked(dataType, decimal(text, number), isTemplate);
      return Number.isInteger(number)
        ? checked(dataType, String(number), isTemplate)
        : { ok: false };
    }
  }
}

/** A number with at least one decimal, and those that were typed. */
function decimal(text: string, number: number): string {
  if (/^-?(0|[1-9]\d*)\.\d+$/.test(text)) return text;
  const written = String(number);
  return /[.e]/.test(written) ? written : `${written}.0`;
}

function checked(dataType: ThingDataType, raw: string, isTemplate: boolean): WrittenValue {
  // What a placeholder becomes is not known.
  if (isTemplate && PLACEHOLDER.test(raw)) return { ok: true, raw, code: null };
  return { ok: true, raw, code: valueProblem(dataType, JSON.parse(raw))?.code ?? null };
}

/** JSON with a decimal in every float and double within; null for a text that is not JSON. */
function withDecimals(dataType: ThingDataType, text: string, isTemplate: boolean): string | null {
  const root = readJsonText(text, isTemplate);
  if (root === null) return null;
  const raw = text.slice(root.start, root.end);
  if (dataType.type === 'float' || dataType.type === 'double') {
    const number = Number(raw);
    return root.kind === 'other' && Number.isFinite(number) ? decimal(raw, number) : raw;
  }
  let changed = text;
  const change = (step: string | number, inner: ThingDataType) => {
    const now = readJsonText(changed, isTemplate);
    const item = now && rawAt(changed, now, [step]);
    const better = item === null ? null : withDecimals(inner, item, isTemplate);
    if (now !== null && better !== null && better !== item)
      changed = withValue(changed, now, [step], better);
  };
  if (dataType.type === 'array' && root.kind === 'array')
    for (const index of root.items.keys()) change(index, dataType.specs.item);
  if (dataType.type === 'struct' && root.kind === 'object')
    for (const { identifier, dataType: inner } of dataType.specs) change(identifier, inner);
  return changed;
}

/** A value in a payload as a person types it; null for one that is no value of the type's form. */
export function readValue(dataType: ThingDataType, raw: string): string | null {
  if (dataType.type !== 'text' && dataType.type !== 'date') return raw;
  return raw.startsWith('"') ? JSON.parse(raw) : null;
}
