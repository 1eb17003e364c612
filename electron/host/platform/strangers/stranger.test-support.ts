import { temporaryFolder } from '../../storage/temporary-folder.test-support.ts';
import { openCertificates } from '../certificate.ts';
import type { PlatformDevice } from '../connect-check.ts';
import type { ListenerPorts } from '../listeners.ts';
import { type Platform, startPlatform } from '../platform.ts';

export const device: PlatformDevice = {
  productKey: 'a1hQSwFledE',
  deviceName: 'eud1jXfEgCsAiP2eId9Q',
  deviceSecret: 'a1b2c3d4e5f60718293a4b5c6d7e8f90',
};

/** A platform on every transport, which knows `device`. */
export interface StrangersPlatform extends Platform {
  readonly ports: Required<ListenerPorts>;
  /** The PEM file of its authority. */
  readonly caPath: string;
}

export async function startForStrangers(): Promise<StrangersPlatform> {
  const { server, caPath } = await openCertificates(await temporaryFolder());
  const platform = await startPlatform({
    findDevice: (productKey, deviceName) =>
      productKey === device.productKey && deviceName === device.deviceName ? device : undefined,
    ports: { tcp: 0, tls: 0, ws: 0, wss: 0 },
    certificate: server,
  });
  const { tcp, tls = 0, ws = 0, wss = 0 } = platform.ports;
  return {
    ...platform,
    ports: { tcp, tls, ws, wss },
    caPath,
  };
}
