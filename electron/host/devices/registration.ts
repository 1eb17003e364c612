import { z } from 'zod';
import type { DeviceTarget, TripleTarget } from '../../../shared/contract/devices.ts';

const owner = { productKey: z.string(), deviceName: z.string() };
const text = z.string().min(1).max(4096);

/** What the platform pushes to a device that registers (alibaba-iot §1.5); the first is pre-registered. */
const registeredSchema = z.union([
  z.object({ ...owner, deviceSecret: text }),
  z.object({ ...owner, clientId: text, deviceToken: text }),
]);
export type Registered = z.infer<typeof registeredSchema>;

/** Topics of the push; the help of 2020 has the first for both kinds of registration. */
export const registrationTopics: readonly string[] = ['/ext/register', '/ext/regnwl'];

/** Reads a push; null for any other message, and for one that is for another device. */
export function readRegistered(
  topic: string,
  payload: string,
  { productKey, deviceName }: TripleTarget,
): Registered | null {
  if (!registrationTopics.includes(topic)) return null;
  let value: unknown;
  try {
    value = JSON.parse(payload);
  } catch {
    return null;
  }
  const { data } = registeredSchema.safeParse(value);
  return data?.productKey === productKey && data.deviceName === deviceName ? data : null;
}

/** The target that a registration leaves, and the one secret that it connects with. */
export function afterRegistration(
  target: DeviceTarget,
  registered: Registered,
): { target: DeviceTarget; secret: string } {
  if (target.kind === 'broker') throw new Error('a broker registers nobody');
  if ('deviceSecret' in registered) {
    const { credentials: _registration, ...triple } = target;
    return { target: triple, secret: registered.deviceSecret };
  }
  const { clientId, deviceToken } = registered;
  return { target: { ...target, credentials: { kind: 'token', clientId } }, secret: deviceToken };
}
