import { randomBytes } from 'node:crypto';
import { parseClientId, signContent } from '../../../shared/alibaba/signature.ts';
import type { TopicOwner } from '../../../shared/alibaba/topics.ts';
import { signMethodSchema } from '../../../shared/contract/devices.ts';
import { signPassword } from '../sign.ts';
import { type ConnectRequest, equalText, readUserName } from './connect-check.ts';
import type { Registry } from './registry.ts';

/** A registration that succeeded: what is pushed to the device before the connection is closed. */
export interface Registration {
  readonly kind: 'registration';
  readonly owner: TopicOwner;
  readonly topic: '/ext/register' | '/ext/regnwl';
  readonly payload: string;
}

interface RegistrationFailure {
  readonly returnCode: 2 | 4;
  /** With the code of the HTTPS variant where it has one. */
  readonly reason: string;
}

/** Physical devices that may share a device name without pre-registration. */
const TOKENS_MAX = 5;

const fail = (returnCode: 2 | 4, reason: string): RegistrationFailure => ({ returnCode, reason });

/** Hands a pre-registered device its secret, until it has logged in with it. */
function handSecret(owner: TopicOwner, registry: Registry): Registration | RegistrationFailure {
  const device = registry.find(owner.productKey, owner.deviceName);
  if (device === undefined) return fail(4, 'the device is not registered');
  if (registry.record(owner).activated) return fail(4, '6289: the device is already activated');
  const { deviceSecret } = device;
  const payload = JSON.stringify({ ...owner, deviceSecret });
  return { kind: 'registration', owner, topic: '/ext/register', payload };
}

/** Gives a device that was not registered a client id and a token to connect with. */
function handToken(owner: TopicOwner, registry: Registry): Registration | RegistrationFailure {
  const { tokens } = registry.record(owner);
  if (Object.keys(tokens).length >= TOKENS_MAX)
    return fail(4, `the device name is shared by ${TOKENS_MAX} devices already`);
  const clientId = randomBytes(12).toString('hex');
  const deviceToken = randomBytes(24).toString('base64url');
  tokens[clientId] = deviceToken;
  const payload = JSON.stringify({ ...owner, clientId, deviceToken });
  return { kind: 'registration', owner, topic: '/ext/regnwl', payload };
}

/**
 * Registers a device by its product's secret (one type, one secret), over TLS only. Return codes: 2
 * for missing or invalid parameters and for plain TCP, 4 for everything else that is wrong. The help
 * has securemode -2 for a device that is not pre-registered, the SDKs send 2: both are taken for
 * either. The keep-alive is not checked.
 */
export function register(
  { clientId, username, password, secure }: ConnectRequest,
  authType: 'register' | 'regnwl',
  registry: Registry,
): Registration | RegistrationFailure {
  const { params } = parseClientId(clientId);
  const owner = readUserName(username);
  const random = params.get('random');
  const method = signMethodSchema.safeParse(params.get('signmethod')?.toLowerCase());
  if (!secure) return fail(2, 'dynamic registration over TCP');
  if (!['2', '-2'].includes(params.get('securemode') ?? '')) return fail(2, 'wrong securemode');
  if (!random || !method.success) return fail(2, 'random or signmethod is missing or invalid');
  if (owner === null || !password) return fail(4, 'user name or password malformed');
  const product = registry.product(owner.productKey);
  if (product.productSecret === null) return fail(4, 'the product has no secret');
  if (!product.dynamicRegistration) return fail(4, '6288: dynamic registration is switched off');
  const right = signPassword(signContent({ ...owner, random }), product.productSecret, method.data);
  if (!equalText(password.toLowerCase(), right)) return fail(4, 'wrong signature');
  return authType === 'register' ? handSecret(owner, registry) : handToken(owner, registry);
}
