import type { Device } from '../../shared/contract/devices.ts';
import { toDraft } from './device-draft.ts';
import { type DeviceFormValues, withChange, withTriple } from './device-form-values.ts';
import { initialValues } from './initial-values.ts';

export const triple = { productKey: 'a1B2', deviceName: 'lamp-01', deviceSecret: 's3cret' };

/** A device of a public instance as somebody typed it. */
export const filled = withTriple(initialValues(null), triple);

/** A broker as somebody typed it, with changes made after that. */
export const broker = (change: Partial<DeviceFormValues> = {}) =>
  withChange(withChange(initialValues(null), { kind: 'broker', name: 'lab', host: 'lab' }), change);

/** PEM text that looks like a certificate. */
export const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----';

/** What becomes of the values when they are saved. */
export function savedAs(values: DeviceFormValues): Device {
  const result = toDraft(values, null);
  if (!('draft' in result)) throw new Error(`not a device: ${JSON.stringify(result.errors)}`);
  const { id: _, target, ...secrets } = result.draft;
  return {
    id: 'd1',
    target,
    secrets: Object.keys(secrets) as Device['secrets'],
    createdAt: 0,
    lastConnectedAt: null,
  };
}
