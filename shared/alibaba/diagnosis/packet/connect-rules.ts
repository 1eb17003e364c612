import {
  type DeviceTarget,
  isEncrypted,
  PLATFORM_KEEP_ALIVE,
  type Transport,
  transportOf,
} from '../../../contract/devices.ts';
import type { ConnectFacts } from '../../../mqtt/connect-facts.ts';
import { parseClientId } from '../../signature.ts';
import type { Broken } from '../rules.ts';

/** Values of `securemode` by whether they are for an encrypted connection (alibaba-iot §1.4). */
const encryptedModes: ReadonlySet<string> = new Set(['-2', '-1', '2', '5', '7', '8']);
const plainModes: ReadonlySet<string> = new Set(['0', '1', '3', '4']);

const transportNames: Readonly<Record<Transport, string>> = {
  tcp: 'TCP',
  tls: 'TLS',
  ws: 'WebSocket',
  wss: 'WebSocket over TLS',
};

function secureModeRule(mode: string, transport: Transport): Broken[] {
  const encrypted = isEncrypted(transport);
  if (!(encrypted ? plainModes : encryptedModes).has(mode)) return [];
  const values = { mode, transport: transportNames[transport], expected: encrypted ? 2 : 3 };
  return [{ rule: 'securemode-transport-platform', values }];
}

/** What a CONNECT asks for that the platform does not take. */
export function connectRules(
  { clientId, keepAlive, hasWill }: ConnectFacts,
  target: DeviceTarget,
): Broken[] {
  const { params } = parseClientId(clientId);
  const broken = secureModeRule(params.get('securemode') ?? '', transportOf(target));
  // The keep alive of a dynamic registration is not checked (alibaba-iot §1.5).
  const authType = params.get('authType') ?? params.get('authtype');
  const isRegistration = authType === 'register' || authType === 'regnwl';
  const { min, max } = PLATFORM_KEEP_ALIVE;
  if (!isRegistration && keepAlive < min)
    broken.push({ rule: 'keep-alive-short-platform', values: { keepAlive, min } });
  if (!isRegistration && keepAlive > max)
    broken.push({ rule: 'keep-alive-long-platform', values: { keepAlive, max } });
  if (hasWill) broken.push({ rule: 'will-platform', values: {} });
  return broken;
}
