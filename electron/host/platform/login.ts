import { parseClientId } from '../../../shared/alibaba/signature.ts';
import type { TopicOwner } from '../../../shared/alibaba/topics.ts';
import { PLATFORM_KEEP_ALIVE } from '../../../shared/contract/devices.ts';
import { type ConnectRequest, checkConnect, equalText, readUserName } from './connect-check.ts';
import { type Registration, register } from './dynamic-registration.ts';
import type { Registry } from './registry.ts';

/** A CONNECT that is refused: its return code, who it named, and why. */
export interface Refusal {
  readonly kind: 'refused';
  readonly returnCode: 2 | 3 | 4 | 5;
  /** Empty names where the CONNECT has none. */
  readonly owner: TopicOwner;
  readonly reason: string;
}

/** A device that may connect, with what its client id asks for. */
export interface DeviceLogin {
  readonly kind: 'device';
  readonly owner: TopicOwner;
  /** Bit 0: RRPC on custom topics. Bit 1: a notice before it is kicked. */
  readonly ext: number;
  /** `_ss=1`: messages of the platform come without a subscription. */
  readonly autoSubscribed: boolean;
}

/** What a CONNECT comes to. */
export type Login = DeviceLogin | Registration | Refusal;

const reasons = {
  2: 'client id malformed, or its securemode does not fit the transport',
  3: 'keep-alive too short, or the device cannot be looked up',
  4: 'user name or password malformed, or the device is not registered',
  5: 'wrong signature',
} as const;

function refuse(returnCode: 2 | 3 | 4 | 5, owner: TopicOwner, reason: string): Refusal {
  return { kind: 'refused', returnCode, owner, reason };
}

const nobody: TopicOwner = { productKey: '', deviceName: '' };

/** A device without a secret connects with the token of its registration. */
function checkToken(request: ConnectRequest, owner: TopicOwner, registry: Registry): 0 | 2 | 3 | 5 {
  if (!request.secure) return 2;
  if (request.keepAlive < PLATFORM_KEEP_ALIVE.min) return 3;
  const { id } = parseClientId(request.clientId);
  // A name that nobody knows must leave no record behind.
  const tokens = registry.knows(owner) ? registry.record(owner).tokens : {};
  // Not by plain look-up: the id comes from the wire and may be `constructor`.
  const token = new Map(Object.entries(tokens)).get(id);
  return token !== undefined && equalText(request.password ?? '', token) ? 0 : 5;
}

function checkTriple(request: ConnectRequest, registry: Registry): 0 | 2 | 3 | 4 | 5 {
  const verdict = checkConnect(request, (productKey, deviceName) =>
    registry.find(productKey, deviceName),
  );
  return 'device' in verdict ? 0 : verdict.returnCode;
}

/**
 * Judges a CONNECT by the `authType` of its client id: a dynamic registration, a login with the
 * token of one, or else a login with a triple.
 */
export function judgeLogin(request: ConnectRequest, registry: Registry): Login {
  const { params } = parseClientId(request.clientId);
  const owner = readUserName(request.username);
  const authType = params.get('authType') ?? params.get('authtype');
  if (authType === 'register' || authType === 'regnwl') {
    const outcome = register(request, authType, registry);
    return 'kind' in outcome
      ? outcome
      : refuse(outcome.returnCode, owner ?? nobody, outcome.reason);
  }
  const byToken = authType === 'connwl' && owner !== null;
  const code = byToken ? checkToken(request, owner, registry) : checkTriple(request, registry);
  if (code !== 0) return refuse(code, owner ?? nobody, reasons[code]);
  if (owner === null) return refuse(4, nobody, reasons[4]);
  if (registry.record(owner).disabled) return refuse(4, owner, 'the device is disabled');
  const ext = Number(params.get('ext') ?? 0);
  return { kind: 'device', owner, ext, autoSubscribed: params.get('_ss') === '1' };
}
