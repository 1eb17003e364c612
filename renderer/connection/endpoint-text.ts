import { endpointHost } from '../../shared/alibaba/endpoints.ts';
import type { DeviceTarget } from '../../shared/contract/devices.ts';

const schemes = { tcp: 'mqtt', tls: 'mqtts', ws: 'ws', wss: 'wss' } as const;

/**
 * Where a device would connect to, such as `mqtts://host:8883`; null for the local platform, whose
 * port is not known before it runs.
 */
export function endpointText(target: DeviceTarget): string | null {
  if (target.kind === 'local') return null;
  return `${schemes[target.transport]}://${endpointHost(target)}:${target.port}`;
}
