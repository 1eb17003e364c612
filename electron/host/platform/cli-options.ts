import { resolve } from 'node:path';
import { parseOptions, readFolder, readPort } from '../command-line/parse-options.ts';
import type { ListenerPorts } from './listeners.ts';

export const help = `Usage: npm run platform -- [options]

Runs the local IoT Platform alone, on 127.0.0.1. When it takes connections it prints one line of JSON:
its endpoints, the path of its CA certificate and the names of its devices.

  --port N         port for MQTT over TCP; any free one unless given, or with 0
  --tls-port N     the same for TLS
  --ws-port N      the same for WebSocket
  --wss-port N     the same for WebSocket over TLS
  --devices FILE   its devices, as JSON; a demo device unless given
  --data-dir DIR   keep the CA in DIR, so that clients can go on trusting it
  --help           print this`;

export interface CliOptions {
  readonly ports: Required<ListenerPorts>;
  /** Absolute; null for the demo device. */
  readonly devicesPath: string | null;
  /** Absolute; null for the program's own place. */
  readonly dataDir: string | null;
  readonly help: boolean;
}

const known = {
  port: { type: 'string' },
  'tls-port': { type: 'string' },
  'ws-port': { type: 'string' },
  'wss-port': { type: 'string' },
  devices: { type: 'string' },
  'data-dir': { type: 'string' },
  help: { type: 'boolean' },
} as const;

/**
 * Reads the command line of `npm run platform`.
 *
 * @throws Error with one line for the user when an option is unknown or its value is wrong
 */
export function readCliOptions(args: readonly string[]): CliOptions {
  const values = parseOptions(args, known, 'npm run platform');
  const portOf = (name: 'port' | 'tls-port' | 'ws-port' | 'wss-port') =>
    readPort(`--${name}`, values[name]) ?? 0;
  if (values.devices === '') throw new Error('--devices takes a file');
  return {
    ports: {
      tcp: portOf('port'),
      tls: portOf('tls-port'),
      ws: portOf('ws-port'),
      wss: portOf('wss-port'),
    },
    devicesPath: values.devices === undefined ? null : resolve(values.devices),
    dataDir: readFolder('--data-dir', values['data-dir']),
    help: values.help ?? false,
  };
}
