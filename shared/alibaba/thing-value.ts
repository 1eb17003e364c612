import type { ThingDataType, ThingField, ThingModel } from './thing-model.ts';

/** Why a value is not taken: an Alink code (D-120329) and the words the platform has for it. */
export interface ValueProblem {
  readonly code: number;
  readonly message: string;
}

const wrongType = (code: number, type: string): ValueProblem => ({
  code,
  message: `tsl parse: data type is not ${type}`,
});

/** As a log of a real session has it, for properties as for fields. */
const UNKNOWN = 'tsl parse: params not exist';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const numberCodes = { int: 6306, float: 6307, double: 6322 } as const;

/** A limit in specs; absent or unreadable ones do not limit. */
function limitOf(text: string | number | undefined, otherwise: number): number {
  const value = text === undefined || text === '' ? Number.NaN : Number(text);
  return Number.isNaN(value) ? otherwise : value;
}

/**
 * What is wrong with a value of a type, null if nothing is. A whole number is taken for a float or a
 * double, although the help asks for a decimal: JSON does not tell 23 from 23.0.
 */
export function valueProblem(dataType: ThingDataType, value: unknown): ValueProblem | null {
  switch (dataType.type) {
    case 'int':
    case 'float':
    case 'double': {
      const { type, specs } = dataType;
      const right =
        typeof value === 'number' &&
        (type !== 'int' || Number.isInteger(value)) &&
        value >= limitOf(specs?.min, Number.NEGATIVE_INFINITY) &&
        value <= limitOf(specs?.max, Number.POSITIVE_INFINITY);
      return right ? null : wrongType(numberCodes[type], type);
    }
    case 'bool':
      return value === 0 || value === 1 ? null : wrongType(6308, 'bool');
    case 'enum': {
      const names = Object.keys(dataType.specs ?? {});
      const right =
        Number.isInteger(value) && (names.length === 0 || names.includes(String(value)));
      return right ? null : wrongType(6309, 'enum');
    }
    case 'text': {
      const longest = limitOf(dataType.specs?.length, Number.POSITIVE_INFINITY);
      const right = typeof value === 'string' && value.length <= longest;
      return right ? null : wrongType(6310, 'string');
    }
    case 'date':
      // UTC milliseconds as a text.
      return typeof value === 'string' && /^\d+$/.test(value) ? null : wrongType(6311, 'date');
    case 'struct':
      return isObject(value) ? fieldsProblem(dataType.specs, value) : wrongType(6312, 'struct');
    case 'array': {
      const { size, item } = dataType.specs;
      if (!Array.isArray(value) || value.length > limitOf(size, Number.POSITIVE_INFINITY))
        return wrongType(6324, 'array');
      const fits = value.every((element) => valueProblem(item, element) === null);
      return fits ? null : wrongType(6325, item.type);
    }
  }
}

/** What is wrong with the values of a struct, an event or a service call; missing ones are not. */
export function fieldsProblem(
  fields: readonly ThingField[],
  values: Readonly<Record<string, unknown>>,
): ValueProblem | null {
  for (const [identifier, value] of Object.entries(values)) {
    const field = fields.find((one) => one.identifier === identifier);
    const problem = field ? valueProblem(field.dataType, value) : { code: 6304, message: UNKNOWN };
    if (problem !== null) return problem;
  }
  return null;
}

/** What is wrong with the value of a property; without a model every property is taken. */
export function propertyProblem(
  model: ThingModel | null,
  identifier: string,
  value: unknown,
): ValueProblem | null {
  if (model === null) return null;
  const property = model.properties.find((one) => one.identifier === identifier);
  return property ? valueProblem(property.dataType, value) : { code: 6320, message: UNKNOWN };
}

/** A value and when it was measured, in milliseconds since the epoch. */
export interface TimedValue {
  readonly value: unknown;
  readonly time: number;
}

/** How far ahead of the platform a device's time may be, in milliseconds. */
const AHEAD_MAX = 24 * 60 * 60 * 1000;

/**
 * Reads `{"value":…,"time":…}` or a bare value. A bare struct that has a field `value` is taken for
 * the first form only if it has no field besides `value` and `time`.
 */
export function readTimedValue(given: unknown, now: number): TimedValue | ValueProblem {
  const wrapped =
    isObject(given) &&
    'value' in given &&
    Object.keys(given).every((name) => name === 'value' || name === 'time');
  if (!wrapped) return { value: given, time: now };
  const { value, time = now } = given;
  if (typeof time !== 'number' || !(time >= 0 && time <= now + AHEAD_MAX))
    return { code: 6326, message: 'tsl parse: time is not valid' };
  return { value, time };
}

/** What of a property post is kept, and why the rest is not. */
export interface PropertyCheck {
  readonly accepted: Readonly<Record<string, TimedValue>>;
  readonly rejected: Readonly<Record<string, ValueProblem>>;
}

/** Holds posted properties against the model. The post succeeds whatever is rejected (D-120329). */
export function checkProperties(
  model: ThingModel | null,
  params: Readonly<Record<string, unknown>>,
  now: number,
): PropertyCheck {
  const accepted: Record<string, TimedValue> = {};
  const rejected: Record<string, ValueProblem> = {};
  for (const [identifier, given] of Object.entries(params)) {
    const read = readTimedValue(given, now);
    const problem = 'code' in read ? read : propertyProblem(model, identifier, read.value);
    if (problem !== null) rejected[identifier] = problem;
    else if (!('code' in read)) accepted[identifier] = read;
  }
  return { accepted, rejected };
}
