import type { DeviceCredentials } from '../contract/credentials.ts';
import {
  credentialsOfTarget,
  type DeviceKind,
  type DeviceTarget,
  type Transport,
} from '../contract/devices.ts';

/** A region of IoT Platform. */
export interface Region {
  readonly id: string;
  readonly name: { readonly en: string; readonly 'zh-CN': string };
  /** False where only enterprise instances exist. */
  readonly publicInstance: boolean;
}

/** Regions that serve IoT Platform, the ones with public instances first. */
export const regions: readonly Region[] = [
  {
    id: 'cn-shanghai',
    name: { en: 'China (Shanghai)', 'zh-CN': '华东2（上海）' },
    publicInstance: true,
  },
  {
    id: 'ap-southeast-1',
    name: { en: 'Singapore', 'zh-CN': '新加坡' },
    publicInstance: true,
  },
  {
    id: 'ap-northeast-1',
    name: { en: 'Japan (Tokyo)', 'zh-CN': '日本（东京）' },
    publicInstance: true,
  },
  {
    id: 'us-west-1',
    name: { en: 'US (Silicon Valley)', 'zh-CN': '美国（硅谷）' },
    publicInstance: true,
  },
  {
    id: 'us-east-1',
    name: { en: 'US (Virginia)', 'zh-CN': '美国（弗吉尼亚）' },
    publicInstance: true,
  },
  {
    id: 'eu-central-1',
    name: { en: 'Germany (Frankfurt)', 'zh-CN': '德国（法兰克福）' },
    publicInstance: true,
  },
  {
    id: 'cn-beijing',
    name: { en: 'China (Beijing)', 'zh-CN': '华北2（北京）' },
    publicInstance: false,
  },
  {
    id: 'cn-shenzhen',
    name: { en: 'China (Shenzhen)', 'zh-CN': '华南1（深圳）' },
    publicInstance: false,
  },
];

/** The address at which the built-in local platform listens. */
export const LOCAL_HOST = '127.0.0.1';

/** The region whose public instances take client certificates, the only one (DOCREPO 使用X.509证书认证). */
export const X509_REGION = 'cn-shanghai';

/**
 * The host that a target's instance has. Public instances opened on or after 2021-07-30 have an
 * instance id and so the enterprise form of the host name (D-73742, D-147356); devices with a client
 * certificate have a host of their own.
 */
export function instanceHost(target: DeviceTarget): string {
  switch (target.kind) {
    case 'alibaba-public':
      return credentialsOfTarget(target).kind === 'x509'
        ? `x509.itls.${target.region}.aliyuncs.com`
        : `${target.productKey}.iot-as-mqtt.${target.region}.aliyuncs.com`;
    case 'alibaba-enterprise':
      return `${target.instanceId}.mqtt.iothub.aliyuncs.com`;
    case 'local':
      return LOCAL_HOST;
    case 'broker':
      return target.host;
  }
}

/** The host a target connects to: the one that was set, or its instance's. */
export function endpointHost(target: DeviceTarget): string {
  return 'host' in target && target.host !== undefined ? target.host : instanceHost(target);
}

/** Transports a way of signing in can use: TLS alone, unless a secret is signed with (§1.5, §1.6). */
export function transportsFor(credentials: DeviceCredentials['kind']): readonly Transport[] {
  return credentials === 'secret' ? ['tcp', 'tls', 'ws', 'wss'] : ['tls', 'wss'];
}

/**
 * The port to offer first. On the platform TLS is served on 1883 and 443 (GlobalSign root, trusted
 * by the runtime) and on 8883 (Aliyun's own root, which nobody trusts unless it is given): 1883 is
 * the one that needs nothing else. WebSocket is on 443 only (D-63656). Other brokers: the registered
 * MQTT ports 1883 and 8883, and those of HTTP.
 */
export function defaultPort(kind: DeviceKind, transport: Transport): number {
  if (kind === 'broker') return { tcp: 1883, tls: 8883, ws: 80, wss: 443 }[transport];
  return { tcp: 1883, tls: 1883, ws: 443, wss: 443 }[transport];
}

/** The platform's ports for a transport; empty where any port may be right. */
export function platformPorts(kind: DeviceKind, transport: Transport): readonly number[] {
  if (kind !== 'alibaba-public' && kind !== 'alibaba-enterprise') return [];
  return { tcp: [1883, 443], tls: [1883, 443, 8883], ws: [443], wss: [443] }[transport];
}
