import { isObject } from './alink.ts';
import type { AlinkMethod } from './service.ts';
import type { DeviceRecord } from './state.ts';

/** The most desired properties of one request (D-120329: 6104). */
const DESIRED_MAX = 200;

/** `thing.property.desired.get`: params are identifiers; those without a desired value are left out. */
export const getDesired: AlinkMethod = (params, { record }) => {
  if (params === undefined) return { code: 6302 };
  if (!Array.isArray(params)) return { code: 6301 };
  if (params.length === 0) return { code: 460 };
  if (params.length > DESIRED_MAX) return { code: 6104 };
  const known = Object.entries(record.desired).filter(([name]) => params.includes(name));
  return { code: 200, data: Object.fromEntries(known) };
};

/**
 * `thing.property.desired.delete`: `{"power":{"version":1},"temperature":{}}`. That a value of
 * another version stays, without an error, is our reading.
 */
export const deleteDesired: AlinkMethod = (params, { record }) => {
  if (params === undefined) return { code: 6302 };
  if (!isObject(params) || Object.keys(params).length === 0) return { code: 460 };
  if (Object.keys(params).length > DESIRED_MAX) return { code: 6104 };
  for (const [identifier, given] of Object.entries(params)) {
    const version = isObject(given) ? given.version : undefined;
    const current = record.desired[identifier];
    if (current && (version === undefined || Number(version) === current.version))
      delete record.desired[identifier];
  }
  return { code: 200 };
};

/** Sets desired values as the cloud; each change of a value has a new version. */
export function setDesired(record: DeviceRecord, values: Record<string, unknown>): void {
  for (const [identifier, value] of Object.entries(values)) {
    const version = (record.desired[identifier]?.version ?? 0) + 1;
    record.desired[identifier] = { value, version };
  }
}
