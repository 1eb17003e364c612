import { passwordLengths } from '../../../shared/alibaba/password-form.ts';
import type { ConnectionParameters } from '../../../shared/contract/connection-parameters.ts';
import type { Device } from '../../../shared/contract/devices.ts';
import { type Endpoint, endpointText, signedIdentity } from './connection-parameters.ts';

/**
 * What a device would say in CONNECT at `now` (milliseconds since the epoch), and where. The secret
 * is not needed for it, so nothing can be taken from the answer.
 */
export function parametersToShow(
  { target, hasSecret }: Device,
  endpoint: Endpoint,
  now: number,
): ConnectionParameters {
  const { transport, path } = endpoint;
  const isWebSocket = transport === 'ws' || transport === 'wss';
  const common = {
    endpoint: endpointText(endpoint) + (isWebSocket ? path : ''),
    sendsPassword: hasSecret,
    keepAlive: target.keepAlive,
    cleanSession: target.cleanSession,
  };
  if (target.kind === 'broker') {
    const { clientId, username, mqttVersion } = target;
    return { ...common, clientId, username: username || null, mqttVersion, signature: null };
  }
  const { clientId, username, content, signMethod, secureMode } = signedIdentity(target, now);
  const passwordLength = passwordLengths[signMethod];
  return {
    ...common,
    clientId,
    username,
    mqttVersion: '3.1.1',
    signature: { content, signMethod, timestamp: now, secureMode, passwordLength },
  };
}
