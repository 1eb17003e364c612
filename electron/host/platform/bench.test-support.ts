import { connectAsync, type IClientOptions, type MqttClient } from 'mqtt';
import { generate, type IConnectPacket, type Packet, parser } from 'mqtt-packet';
import type { PlatformDevice } from './connect-check.ts';
import { type Platform, type PlatformOptions, startPlatform } from './platform.ts';
import { findDevice, lamp, login, openSocket, type TestSocket } from './test-support.ts';

/** A device on a raw socket, in packets of mqtt-packet. */
export interface RawDevice {
  readonly closed: Promise<void>;
  send(packet: Packet): void;
  write(bytes: Uint8Array): void;
  next(): Promise<Packet>;
  /** The next packet, or `closed` if the connection ends before one comes. */
  nextOrClosed(): Promise<Packet | 'closed'>;
  /** Says PINGREQ and answers everything that came before PINGRESP. */
  untilPing(): Promise<Packet[]>;
  destroy(): void;
}

/** A platform with a bench of devices. */
export interface Bench {
  readonly platform: Platform;
  open(): Promise<RawDevice>;
  /** A raw device that has logged in; its CONNACK is read. */
  session(
    device?: PlatformDevice,
    change?: Partial<IConnectPacket>,
    more?: Record<string, string | number>,
  ): Promise<RawDevice>;
  connect(options: IClientOptions): Promise<MqttClient>;
  close(): Promise<void>;
}

function parse(bytes: Buffer): Packet {
  const packets: Packet[] = [];
  const one = parser();
  one.on('packet', (packet) => packets.push(packet));
  one.parse(bytes);
  const [packet] = packets;
  if (packet === undefined) throw new Error('not one packet');
  return packet;
}

function rawDevice(socket: TestSocket): RawDevice {
  const next = async () => parse(await socket.next());
  const send = (packet: Packet) => socket.write(generate(packet));
  return {
    closed: socket.closed,
    send,
    next,
    write: (bytes) => socket.write(bytes),
    destroy: () => socket.destroy(),
    nextOrClosed: () => Promise.race([next(), socket.closed.then(() => 'closed' as const)]),
    async untilPing() {
      send({ cmd: 'pingreq' });
      const packets: Packet[] = [];
      for (;;) {
        const packet = await next();
        if (packet.cmd === 'pingresp') return packets;
        packets.push(packet);
      }
    },
  };
}

export function connectPacket(
  device: PlatformDevice = lamp,
  change: Partial<IConnectPacket> = {},
  more: Record<string, string | number> = {},
): IConnectPacket {
  const { password, ...rest } = login(device, 'tcp', more);
  return {
    cmd: 'connect',
    protocolId: 'MQTT',
    protocolVersion: 4,
    clean: true,
    keepalive: 60,
    ...rest,
    password: Buffer.from(password),
    ...change,
  };
}

export const subscribePacket = (...filters: string[]): Packet => ({
  cmd: 'subscribe',
  messageId: 9,
  subscriptions: filters.map((topic) => ({ topic, qos: 1 })),
});

export const publishPacket = (
  topic: string,
  qos: 0 | 1 | 2,
  payload: string | Buffer,
  messageId = 77,
): Packet => ({ cmd: 'publish', topic, qos, payload, dup: false, retain: false, messageId });

export async function startBench(options: Partial<PlatformOptions> = {}): Promise<Bench> {
  const platform = await startPlatform({ findDevice, ...options });
  const ends: (() => void)[] = [];
  const open = async () => {
    const socket = await openSocket(platform.ports.tcp);
    ends.push(() => socket.destroy());
    return rawDevice(socket);
  };
  return {
    platform,
    open,
    async session(device, change, more) {
      const raw = await open();
      raw.send(connectPacket(device, change, more));
      const connack = await raw.next();
      if (connack.cmd !== 'connack' || connack.returnCode !== 0)
        throw new Error(`not let in: ${JSON.stringify(connack)}`);
      return raw;
    },
    async connect(clientOptions) {
      const client = await connectAsync(`mqtt://127.0.0.1:${platform.ports.tcp}`, {
        protocolVersion: 4,
        reconnectPeriod: 0,
        resubscribe: false,
        ...clientOptions,
      });
      client.on('error', () => {});
      ends.push(() => void client.end(true));
      return client;
    },
    async close() {
      for (const end of ends) end();
      await platform.close();
    },
  };
}
