import {
  deviceNameSchema,
  PLATFORM_KEEP_ALIVE,
  productKeySchema,
  signMethodSchema,
  type TripleTarget,
} from '../contract/devices.ts';
import type { ConnectFacts } from '../mqtt/connect-facts.ts';
import { parseClientId } from './signature.ts';

/** Where a CONNECT went. */
export interface Server {
  readonly host: string;
  readonly port: number;
}

/**
 * The device of IoT Platform that a CONNECT says it is, by the form of its client id and user name
 * (D-73742); null for another broker's client. What a CONNECT does not tell is as in a new device:
 * no rule reads the region where the host is known.
 */
export function targetOfConnect(
  { clientId, userName, keepAlive }: ConnectFacts,
  { host, port }: Server,
): TripleTarget | null {
  const { params } = parseClientId(clientId);
  const securemode = params.get('securemode');
  const split = userName.lastIndexOf('&');
  const deviceName = deviceNameSchema.safeParse(userName.slice(0, Math.max(split, 0)));
  const productKey = productKeySchema.safeParse(userName.slice(split + 1));
  if (securemode === undefined || !deviceName.success || !productKey.success) return null;
  const { min, max } = PLATFORM_KEEP_ALIVE;
  return {
    kind: 'alibaba-public',
    productKey: productKey.data,
    deviceName: deviceName.data,
    region: 'cn-shanghai',
    host,
    port,
    transport: securemode === '2' ? 'tls' : 'tcp',
    signMethod: signMethodSchema.catch('hmacsha256').parse(params.get('signmethod')),
    clientId: '',
    keepAlive: Math.min(max, Math.max(min, keepAlive)),
    cleanSession: true,
    rootCertificate: null,
  };
}
