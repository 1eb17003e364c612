import { compareConnect } from '../../../shared/alibaba/connect-comparison.ts';
import type { Comparison, DeviceConnect } from '../../../shared/contract/connection-parameters.ts';
import { credentialsOfTarget, transportOf } from '../../../shared/contract/devices.ts';
import { HostError } from '../../../shared/contract/result.ts';
import { signPassword } from '../sign.ts';
import type { DeviceStore } from './device-store.ts';

/**
 * Holds what a device's own code sends against the saved triple. Nothing given is kept. Throws a
 * HostError: `not-found`, and `invalid-input` for a device that does not sign
 * with a secret, or whose secret is not saved.
 */
export function compareDevice(
  devices: DeviceStore,
  deviceId: string,
  given: DeviceConnect,
): Comparison {
  const { target, secrets } = devices.get(deviceId);
  if (target.kind === 'broker' || credentialsOfTarget(target).kind !== 'secret') {
    throw new HostError(
      'invalid-input',
      'only a device that signs with its secret can be compared',
    );
  }
  if (!secrets.includes('secret'))
    throw new HostError('invalid-input', 'the device has no saved secret');
  const { productKey, deviceName } = target;
  const triple = {
    productKey,
    deviceName,
    deviceSecret: readSecret(devices, deviceId),
    transport: transportOf(target),
  };
  return compareConnect(given, triple, signPassword);
}

function readSecret(devices: DeviceStore, deviceId: string): string {
  try {
    return devices.secrets(deviceId).secret ?? '';
  } catch (cause) {
    throw new HostError('unreadable-file', 'the saved secret cannot be decrypted', { cause });
  }
}
