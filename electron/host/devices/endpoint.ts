import { isIP } from 'node:net';
import { endpointHost, instanceHost } from '../../../shared/alibaba/endpoints.ts';
import {
  type DeviceTarget,
  type Transport,
  transportOf,
} from '../../../shared/contract/devices.ts';

/** Which root certificates to trust: those of the runtime, those of the system, or PEM text. */
export type Roots =
  | { readonly kind: 'runtime' | 'system' }
  | { readonly kind: 'given'; readonly pem: string };

/** Where a device connects. */
export interface Endpoint {
  readonly transport: Transport;
  readonly host: string;
  readonly port: number;
  /** Path of the WebSocket URL. */
  readonly path: string;
  readonly roots: Roots;
  /** The name that the certificate must be for; null for `host` itself. */
  readonly certificateName: string | null;
  /** Protocols offered in the TLS handshake. */
  readonly alpn: readonly string[];
}

/** Where the local platform listens, and the PEM of the authority behind its certificates. */
export interface LocalEndpoints {
  readonly ports: Readonly<Record<Transport, number>>;
  readonly authority: string;
}

/** Other brokers listen there by convention. */
const BROKER_PATH = '/mqtt';
/** Not documented (D-63656); the platform's JS SDK asks for it. */
const PLATFORM_PATH = '/';

/**
 * An instance reached through an address (a proxy, a private network) still shows the certificate of
 * its own name; a host name that was set stands for itself.
 */
function certificateName(target: DeviceTarget, host: string): string | null {
  const own = instanceHost(target);
  return host !== own && isIP(host) !== 0 ? own : null;
}

/** The endpoint of a target. @param local null where the target is not on the local platform */
export function endpointOf(target: DeviceTarget, local: LocalEndpoints | null): Endpoint {
  const host = endpointHost(target);
  const transport = transportOf(target);
  if (target.kind === 'local') {
    return {
      transport,
      host,
      port: local?.ports[transport] ?? 0,
      path: PLATFORM_PATH,
      roots: { kind: 'given', pem: local?.authority ?? '' },
      certificateName: null,
      alpn: [],
    };
  }
  const { port, rootCertificate, roots = 'runtime' } = target;
  return {
    transport,
    host,
    port,
    path: target.kind === 'broker' ? (target.path ?? BROKER_PATH) : PLATFORM_PATH,
    roots: rootCertificate === null ? { kind: roots } : { kind: 'given', pem: rootCertificate },
    certificateName: certificateName(target, host),
    alpn: target.kind === 'broker' ? (target.alpn ?? []) : [],
  };
}

const schemes = { tcp: 'mqtt', tls: 'mqtts', ws: 'ws', wss: 'wss' } as const;

/** An endpoint as a person reads it, such as `mqtts://host:8883`. */
export function endpointText({ transport, host, port }: Endpoint): string {
  return `${schemes[transport]}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
