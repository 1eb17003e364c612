import { connect, type Socket } from 'node:net';
import {
  buildClientId,
  secureModeFor,
  signContent,
  userName,
} from '../../../shared/alibaba/signature.ts';
import type { Transport } from '../../../shared/contract/devices.ts';
import { FrameSplitter } from '../../../shared/mqtt/frame-splitter.ts';
import { signPassword } from '../sign.ts';
import type { PlatformDevice } from './connect-check.ts';

/** Two devices of one product, and the lookup that knows them. */
export const lamp = { productKey: 'a1pk', deviceName: 'lamp', deviceSecret: 'lamp-secret' };
export const fan = { productKey: 'a1pk', deviceName: 'fan', deviceSecret: 'fan-secret' };
export const findDevice = (productKey: string, deviceName: string): PlatformDevice | undefined =>
  [lamp, fan].find((one) => one.productKey === productKey && one.deviceName === deviceName);

let logins = 0;

/**
 * A device's CONNECT; the client id is another one each time, as in many clients.
 *
 * @param more further parameters of the client id
 */
export function login(
  { productKey, deviceName, deviceSecret }: PlatformDevice,
  transport: Transport = 'tcp',
  more: Record<string, string | number> = {},
) {
  const securemode = secureModeFor(transport);
  logins += 1;
  const clientId = `id${logins}`;
  const owner = { productKey, deviceName };
  return {
    clientId: buildClientId(clientId, {
      securemode,
      signmethod: 'hmacsha1',
      timestamp: 789,
      ...more,
    }),
    username: userName(deviceName, productKey),
    password: signPassword(
      signContent({ ...owner, clientId, timestamp: 789 }),
      deviceSecret,
      'hmacsha1',
    ),
  };
}

/** A socket whose packets are read as bytes, in the order in which they came. */
export interface TestSocket {
  readonly closed: Promise<void>;
  write(bytes: Uint8Array): void;
  /** The next packet received. */
  next(): Promise<Buffer>;
  destroy(): void;
}

export async function openSocket(port: number): Promise<TestSocket> {
  const socket: Socket = connect(port, '127.0.0.1');
  const splitter = new FrameSplitter();
  const packets: Buffer[] = [];
  const waiting: ((packet: Buffer) => void)[] = [];
  let parts: Buffer[] = [];
  socket.on('error', () => {});
  socket.on('data', (chunk) =>
    splitter.feed(chunk, (start, end, _begins, ends) => {
      parts.push(chunk.subarray(start, end));
      if (!ends) return;
      const packet = Buffer.concat(parts);
      parts = [];
      const take = waiting.shift();
      if (take) take(packet);
      else packets.push(packet);
    }),
  );
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  await new Promise((resolve) => socket.once('connect', resolve));
  return {
    closed,
    write: (bytes) => socket.write(bytes),
    next: () => {
      const packet = packets.shift();
      return packet ? Promise.resolve(packet) : new Promise((resolve) => waiting.push(resolve));
    },
    destroy: () => socket.destroy(),
  };
}
