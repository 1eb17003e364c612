import type {
  Comparison,
  DeviceConnect,
  Difference,
  DifferenceKind,
} from '../contract/connection-parameters.ts';
import { type SignMethod, signMethodSchema, type Transport } from '../contract/devices.ts';
import { isHex, type PasswordForm, passwordLengths, readPassword } from './password-form.ts';
import { type ParsedClientId, parseClientId, secureModeFor, userName } from './signature.ts';
import { type SigningVariant, signingVariants } from './signing-variants.ts';

/** The triple that a device's CONNECT is held against. */
export interface ComparedTriple {
  readonly productKey: string;
  readonly deviceName: string;
  readonly deviceSecret: string;
  readonly transport: Transport;
}

/** The HMAC of `content` under `secret`, in lower-case hex. */
export type Hmac = (content: string, secret: string, method: SignMethod) => string;

/** Most characters of the client id before its first `|` (D-73742). */
const ID_MAX = 64;

/** Extended parameters that documents or official SDKs name. */
const knownParameters: ReadonlySet<string> = new Set([
  ...['securemode', 'signmethod', 'timestamp', 'ext', '_ss', '_v', 'lan', 'gw', 'v', 'pid', 'mid'],
  ...['os', 'partner_id', 'module_id', 'authType', 'authtype', 'random', 'instanceId'],
]);

/** What the platform takes, or may take: the sources do not say that it refuses these. */
const remarks: ReadonlySet<DifferenceKind> = new Set([
  'closing-bar-missing',
  'parameters-white-space',
  'parameter-unknown',
  'signmethod-missing',
]);

/** True for a difference with which a device can still connect. */
export function isRemark(kind: DifferenceKind): boolean {
  return remarks.has(kind);
}

/**
 * The methods that a password may have been made with. Where the client id names none, D-73742 says
 * hmacmd5 and a comment in the JS SDK hmacsha1; where it names an unknown one, that is said already.
 */
function acceptedMethods({ params }: ParsedClientId): readonly SignMethod[] {
  const named = params.get('signmethod');
  if (named === undefined) return ['hmacmd5', 'hmacsha1'];
  const known = signMethodSchema.safeParse(named.toLowerCase());
  return known.success ? [known.data] : signMethodSchema.options;
}

function secureModeDifference(given: string | undefined, transport: Transport): Difference[] {
  const expected = secureModeFor(transport);
  if (given === String(expected)) return [];
  if (given === undefined) return [{ kind: 'securemode-missing', expected }];
  if (given === '2' || given === '3') {
    return [{ kind: 'securemode-transport', given, expected, transport }];
  }
  return [{ kind: 'securemode-other', given, expected }];
}

function clientIdDifferences(
  text: string,
  { id, params }: ParsedClientId,
  transport: Transport,
): Difference[] {
  const found: Difference[] = [];
  if (/\s/.test(id)) found.push({ kind: 'id-white-space' });
  if (id.length > ID_MAX) found.push({ kind: 'id-too-long', length: id.length, max: ID_MAX });
  if (params.size === 0) return [...found, { kind: 'parameters-missing' }];
  if (/\s/.test(text.slice(id.length))) found.push({ kind: 'parameters-white-space' });
  if (!text.trimEnd().endsWith('|')) found.push({ kind: 'closing-bar-missing' });
  found.push(...secureModeDifference(params.get('securemode'), transport));
  const signmethod = params.get('signmethod');
  if (signmethod === undefined) found.push({ kind: 'signmethod-missing' });
  else if (!signMethodSchema.safeParse(signmethod.toLowerCase()).success) {
    found.push({ kind: 'signmethod-unknown', given: signmethod });
  }
  const authType = params.get('authType') ?? params.get('authtype');
  if (authType !== undefined) found.push({ kind: 'auth-type', given: authType });
  for (const name of params.keys()) {
    if (!knownParameters.has(name)) found.push({ kind: 'parameter-unknown', name });
  }
  return found;
}

/** A user name's device name and product key; null unless it has both (D-73742). */
function readUserName(username: string): { deviceName: string; productKey: string } | null {
  const [, deviceName, productKey] = /^([^&]+)&([^&]+)$/.exec(username.replace(/\s/g, '')) ?? [];
  return deviceName && productKey ? { deviceName, productKey } : null;
}

function userNameDifferences(username: string, triple: ComparedTriple): Difference[] {
  const { deviceName, productKey } = triple;
  const expected = userName(deviceName, productKey);
  const found: Difference[] = /\s/.test(username) ? [{ kind: 'username-white-space' }] : [];
  const read = readUserName(username);
  if (read === null) return [...found, { kind: 'username-malformed', expected }];
  const isSame = read.deviceName === deviceName && read.productKey === productKey;
  if (!isSame && read.deviceName === productKey && read.productKey === deviceName) {
    return [...found, { kind: 'username-swapped', expected }];
  }
  if (read.deviceName !== deviceName) {
    found.push({ kind: 'username-other-device', given: read.deviceName, expected: deviceName });
  }
  if (read.productKey !== productKey) {
    found.push({ kind: 'username-other-product', given: read.productKey, expected: productKey });
  }
  return found;
}

/** How the password was made; null if no way is known that leads to it. */
function explainPassword(
  form: PasswordForm,
  given: DeviceConnect,
  parsed: ParsedClientId,
  triple: ComparedTriple,
  hmac: Hmac,
): SigningVariant | null {
  const named = readUserName(given.username);
  const isOther = named?.deviceName !== triple.deviceName || named.productKey !== triple.productKey;
  const variants = signingVariants({
    identities: named && isOther ? [triple, named] : [triple],
    clientId: given.clientId,
    id: parsed.id,
    timestamp: parsed.params.get('timestamp'),
  });
  for (const variant of variants) {
    if (hmac(variant.content, triple.deviceSecret, form.method) === form.hex) return variant;
  }
  return null;
}

/** What can be said of a password that no known way leads to. */
function unexplained(
  password: string,
  accepted: readonly SignMethod[],
  outside: readonly Difference[],
): Difference {
  if (!isHex(password)) return { kind: 'password-not-hex' };
  const { length } = password;
  const [signmethod] = accepted;
  if (signmethod && !accepted.some((method) => passwordLengths[method] === length)) {
    return { kind: 'password-length', length, expected: passwordLengths[signmethod], signmethod };
  }
  // The securemode is not part of what is signed.
  const isElsewhere = ({ kind }: Difference) => !isRemark(kind) && !kind.startsWith('securemode-');
  return { kind: outside.some(isElsewhere) ? 'password-unexplained' : 'secret-wrong' };
}

/** @param outside what differs in client id and user name */
function passwordDifferences(
  given: DeviceConnect,
  parsed: ParsedClientId,
  triple: ComparedTriple,
  hmac: Hmac,
  outside: readonly Difference[],
): Difference[] {
  const password = given.password.replace(/\s/g, '');
  if (password === '') return [{ kind: 'password-missing' }];
  const found: Difference[] = password === given.password ? [] : [{ kind: 'password-white-space' }];
  if (password === triple.deviceSecret) return [...found, { kind: 'password-is-secret' }];
  const accepted = acceptedMethods(parsed);
  const form = readPassword(password);
  const way = form && explainPassword(form, given, parsed, triple, hmac);
  if (!form || !way) return [...found, unexplained(password, accepted, outside)];
  if (form.isBase64) found.push({ kind: 'password-base64' });
  const [signmethod] = accepted;
  if (signmethod && !accepted.includes(form.method)) {
    found.push({ kind: 'other-method', signmethod, actual: form.method });
  }
  return [...found, ...way.mistakes];
}

/**
 * Says whether a device's client id, user name and password are what its triple gives (D-73742), and
 * if not, in what they differ. The free part of the client id, the timestamp and the method are the
 * device's to choose; hex may be of either case. That the secret is another one is said last: only
 * when everything else fits and no known mistake leads to the password.
 */
export function compareConnect(
  given: DeviceConnect,
  triple: ComparedTriple,
  hmac: Hmac,
): Comparison {
  const parsed = parseClientId(given.clientId);
  const outside = [
    ...clientIdDifferences(given.clientId, parsed, triple.transport),
    ...userNameDifferences(given.username, triple),
  ];
  const differences = [...outside, ...passwordDifferences(given, parsed, triple, hmac, outside)];
  return {
    clientId: {
      id: parsed.id,
      parameters: [...parsed.params].map(([name, value]) => ({ name, value })),
    },
    matches: differences.every(({ kind }) => isRemark(kind)),
    differences,
  };
}
