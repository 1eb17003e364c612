import { timingSafeEqual } from 'node:crypto';
import { parseClientId, secureModeFor, signContent } from '../../../shared/alibaba/signature.ts';
import type { CustomTopic, TopicOwner } from '../../../shared/alibaba/topics.ts';
import {
  PLATFORM_KEEP_ALIVE,
  type SignMethod,
  signMethodSchema,
} from '../../../shared/contract/devices.ts';
import { signPassword } from '../sign.ts';

/** A device that is registered on the platform. */
export interface PlatformDevice {
  readonly productKey: string;
  readonly deviceName: string;
  readonly deviceSecret: string;
  /** Custom topics of this device alone, beside those of all. */
  readonly topics?: readonly CustomTopic[];
}

/** Looks a device up; undefined for one that is not registered. Throws when it cannot tell. */
export type FindDevice = (productKey: string, deviceName: string) => PlatformDevice | undefined;

/** What of a CONNECT the platform looks at. */
export interface ConnectRequest {
  readonly clientId: string;
  readonly username: string | undefined;
  readonly password: string | undefined;
  /** Seconds. */
  readonly keepAlive: number;
  /** It came over TLS. */
  readonly secure: boolean;
}

/** The device that may connect, or the CONNACK return code that says why not. */
export type ConnectVerdict =
  | { readonly device: PlatformDevice }
  | { readonly returnCode: 2 | 3 | 4 | 5 };

/** Most characters of the client id before its first `|` (D-73742). */
const ID_MAX = 64;

/**
 * The method where the client id names none: D-73742 says hmacmd5, a comment in the JS SDK hmacsha1.
 * The help text is followed.
 */
const DEFAULT_METHOD: SignMethod = 'hmacmd5';

interface ClientIdentity {
  readonly id: string;
  readonly method: SignMethod;
  readonly timestamp: string | undefined;
}

/**
 * White space is a mistake in the free part, where people paste it; around parameters it is taken:
 * the JS SDK 1.0.1 sends it.
 */
function readClientId({ clientId, secure }: ConnectRequest): ClientIdentity | null {
  const { id, params } = parseClientId(clientId);
  if (id.length > ID_MAX || /\s/.test(id)) return null;
  if (params.get('securemode') !== String(secureModeFor(secure ? 'tls' : 'tcp'))) return null;
  const method = signMethodSchema.safeParse(
    (params.get('signmethod') ?? DEFAULT_METHOD).toLowerCase(),
  );
  return method.success ? { id, method: method.data, timestamp: params.get('timestamp') } : null;
}

/** Compares in a time that tells nothing about the right text. */
export function equalText(given: string, right: string): boolean {
  const a = Buffer.from(given, 'utf8');
  const b = Buffer.from(right, 'utf8');
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Takes `${deviceName}&${productKey}` apart; null for anything else. */
export function readUserName(username: string | undefined): TopicOwner | null {
  const [, deviceName, productKey] = /^([^&]+)&([^&]+)$/.exec(username ?? '') ?? [];
  return deviceName && productKey ? { productKey, deviceName } : null;
}

/** Client id and timestamp may be left out of the signed content; if there, they are those sent. */
function isSigned(password: string, identity: ClientIdentity, device: PlatformDevice): boolean {
  const { productKey, deviceName, deviceSecret } = device;
  const contents = [identity.id, undefined].flatMap((clientId) =>
    [identity.timestamp, undefined].map((timestamp) =>
      signContent({ productKey, deviceName, clientId, timestamp }),
    ),
  );
  return contents
    .map((content) =>
      // Hex of either case.
      equalText(password.toLowerCase(), signPassword(content, deviceSecret, identity.method)),
    )
    .includes(true);
}

/**
 * Checks a CONNECT as IoT Platform does (D-73742, D-148610). Return codes: 2 for a client id that is
 * malformed or whose securemode does not fit the transport, 3 for a keep-alive under 30 s (above
 * 1200 s is accepted, as the C SDK 4 header says), 4 for a missing or malformed user name or
 * password and for a device that is not registered, 5 for a wrong signature. Where the sources give
 * a wrong triple as 4 or 5, the unknown device is 4 and the wrong secret 5. A lookup that throws is 3.
 */
export function checkConnect(request: ConnectRequest, findDevice: FindDevice): ConnectVerdict {
  const identity = readClientId(request);
  if (identity === null) return { returnCode: 2 };
  if (request.keepAlive < PLATFORM_KEEP_ALIVE.min) return { returnCode: 3 };
  const owner = readUserName(request.username);
  if (owner === null || !request.password) return { returnCode: 4 };
  let device: PlatformDevice | undefined;
  try {
    device = findDevice(owner.productKey, owner.deviceName);
  } catch {
    return { returnCode: 3 };
  }
  if (device === undefined) return { returnCode: 4 };
  return isSigned(request.password, identity, device) ? { device } : { returnCode: 5 };
}
