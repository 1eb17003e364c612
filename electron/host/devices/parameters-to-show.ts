import { passwordLengths } from '../../../shared/alibaba/password-form.ts';
import type { ConnectionParameters } from '../../../shared/contract/connection-parameters.ts';
import { credentialsOfTarget, type Device } from '../../../shared/contract/devices.ts';
import { deviceIdentity, type Moment } from './device-identity.ts';
import { type Endpoint, endpointText } from './endpoint.ts';

/**
 * What a device would say in CONNECT at a moment, and where. No secret is needed for it, so nothing
 * can be taken from the answer.
 */
export function parametersToShow(
  { target, secrets }: Device,
  endpoint: Endpoint,
  moment: Moment,
): ConnectionParameters {
  const { transport, path } = endpoint;
  const isWebSocket = transport === 'ws' || transport === 'wss';
  const common = {
    endpoint: endpointText(endpoint) + (isWebSocket ? path : ''),
    keepAlive: target.keepAlive,
    cleanSession: target.cleanSession,
  };
  if (target.kind === 'broker') {
    const { clientId, username, mqttVersion } = target;
    return {
      ...common,
      credentials: target.clientCertificate === undefined ? 'password' : 'certificate',
      sendsPassword: secrets.includes('secret'),
      clientId,
      username: username || null,
      mqttVersion,
      secureMode: null,
      signature: null,
    };
  }
  const { kind } = credentialsOfTarget(target);
  const { clientId, username, secureMode, signature } = deviceIdentity(target, moment);
  return {
    ...common,
    credentials: kind,
    sendsPassword: kind !== 'x509' && secrets.length > 0,
    clientId,
    username,
    mqttVersion: '3.1.1',
    secureMode,
    signature: signature && { ...signature, passwordLength: passwordLengths[signature.signMethod] },
  };
}
