import type { ThingDataType } from '../../shared/alibaba/thing-model.ts';

/** The first value that a type takes, to begin with. */
export function initialValue(dataType: ThingDataType): unknown {
  switch (dataType.type) {
    case 'int':
    case 'float':
    case 'double':
      return firstNumber(dataType.specs?.min, dataType.specs?.max);
    case 'bool':
      return 0;
    case 'enum':
      return Number(Object.keys(dataType.specs ?? {})[0] ?? 0);
    case 'text':
      return '';
    case 'date':
      return String(Date.now());
    case 'struct':
      return Object.fromEntries(
        dataType.specs.map((field) => [field.identifier, initialValue(field.dataType)]),
      );
    case 'array':
      return [];
  }
}

/** Zero where it is within the limits, else the limit that is next to it. */
function firstNumber(min: string | number | undefined, max: string | number | undefined): number {
  const lowest = min === undefined || min === '' ? Number.NEGATIVE_INFINITY : Number(min);
  const highest = max === undefined || max === '' ? Number.POSITIVE_INFINITY : Number(max);
  if (lowest > 0) return lowest;
  return highest < 0 ? highest : 0;
}

/** What the values of a bool or an enum mean, as options of a select. */
export function namedValues(dataType: ThingDataType): { value: string; label: string }[] {
  const specs = dataType.type === 'bool' || dataType.type === 'enum' ? dataType.specs : undefined;
  const names = Object.entries(specs ?? (dataType.type === 'bool' ? { 0: '', 1: '' } : {}));
  return names.map(([value, name]) => ({
    value,
    label: typeof name === 'string' && name !== '' ? `${value} · ${name}` : value,
  }));
}

/** The range that a number may be in, as a person reads it; empty where there is none. */
export function rangeText(dataType: ThingDataType): string {
  if (!('specs' in dataType) || dataType.specs === undefined) return '';
  const { min, max, unit } = dataType.specs as Readonly<Record<string, unknown>>;
  const range = min === undefined && max === undefined ? '' : `${min ?? ''} – ${max ?? ''}`;
  return [range, typeof unit === 'string' ? unit : ''].filter((part) => part !== '').join(' ');
}
