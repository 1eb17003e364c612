import { splitExtendedParameters } from '../../../shared/alibaba/extended-parameters.ts';
import {
  buildClientId,
  secureModeFor,
  signContent,
  userName,
} from '../../../shared/alibaba/signature.ts';
import {
  credentialsOfTarget,
  type SignMethod,
  type TripleTarget,
  transportOf,
} from '../../../shared/contract/devices.ts';

/** The platform takes at most 64 characters before the first `|` (D-73742). */
const CLIENT_ID_MAX = 64;

/** What a password is made from. */
export interface Signature {
  /** The text whose HMAC is the password. */
  readonly content: string;
  readonly signMethod: SignMethod;
  /** The secret that is the key of the HMAC. */
  readonly key: 'secret' | 'productSecret';
  /** Milliseconds since the epoch; null where none is signed. */
  readonly timestamp: number | null;
}

/** What a device says of itself in CONNECT, all but the password. */
export interface DeviceIdentity {
  readonly clientId: string;
  readonly username: string;
  /** -2 for a device without pre-registration. */
  readonly secureMode: 2 | 3 | -2;
  /** null where the password is not a signature: there is none, or it is a token. */
  readonly signature: Signature | null;
}

/** What changes from one connection to the next. */
export interface Moment {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Nonce of a dynamic registration: letters and digits. */
  readonly random: string;
}

/** `${productKey}.${deviceName}` unless it was set, as the console and the official C SDK do. */
function freePart({ clientId, productKey, deviceName }: TripleTarget): string {
  return clientId || `${productKey}.${deviceName}`.slice(0, CLIENT_ID_MAX);
}

const furtherParameters = ({ parameters = '' }: TripleTarget): Record<string, string> =>
  Object.fromEntries(splitExtendedParameters(parameters));

/** The way of the triple's secret (D-73742). */
function bySecret(target: TripleTarget, timestamp: number | null): DeviceIdentity {
  const { productKey, deviceName, signMethod } = target;
  const clientId = freePart(target);
  const secureMode = secureModeFor(transportOf(target));
  const signed = timestamp === null ? undefined : String(timestamp);
  return {
    clientId: buildClientId(clientId, {
      securemode: secureMode,
      signmethod: signMethod,
      timestamp: signed,
      ...furtherParameters(target),
    }),
    username: userName(deviceName, productKey),
    secureMode,
    signature: {
      content: signContent({ clientId, deviceName, productKey, timestamp: signed }),
      signMethod,
      key: 'secret',
      timestamp,
    },
  };
}

/** A dynamic registration; the further parameters are for the connection that follows (§1.5). */
function toRegister(target: TripleTarget, preRegistered: boolean, random: string): DeviceIdentity {
  const { productKey, deviceName, signMethod } = target;
  // The help says -2 without pre-registration, the SDKs send 2 for both: the help is followed.
  const secureMode = preRegistered ? 2 : -2;
  return {
    clientId: buildClientId(freePart(target), {
      securemode: secureMode,
      authType: preRegistered ? 'register' : 'regnwl',
      random,
      signmethod: signMethod,
      instanceId: target.kind === 'alibaba-enterprise' ? target.instanceId : undefined,
    }),
    username: userName(deviceName, productKey),
    secureMode,
    signature: {
      content: signContent({ deviceName, productKey, random }),
      signMethod,
      key: 'productSecret',
      timestamp: null,
    },
  };
}

/** Computes what a triple says in CONNECT by its credentials (alibaba-iot §1.2, §1.5, §1.6). */
export function deviceIdentity(target: TripleTarget, { now, random }: Moment): DeviceIdentity {
  const credentials = credentialsOfTarget(target);
  switch (credentials.kind) {
    case 'secret':
      return bySecret(target, credentials.timestamp ? now : null);
    case 'x509':
      // The certificate stands for the signature, yet the client id names a method (§1.6).
      return { ...bySecret({ ...target, signMethod: 'hmacsha1' }, now), signature: null };
    case 'register':
      return toRegister(target, credentials.preRegistered, random);
    case 'token':
      return {
        clientId: buildClientId(credentials.clientId, {
          securemode: -2,
          authType: 'connwl',
          ...furtherParameters(target),
        }),
        username: userName(target.deviceName, target.productKey),
        secureMode: -2,
        signature: null,
      };
  }
}
