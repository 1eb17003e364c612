import { readdir, readFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import type { CommandInput, CommandName, CommandOutput } from '../../shared/contract/commands.ts';
import type { DeviceTarget } from '../../shared/contract/devices.ts';
import type { EventName } from '../../shared/contract/events.ts';
import type { PacketRow } from '../../shared/contract/packets.ts';
import type { Session, SessionProgress } from '../../shared/contract/sessions.ts';
import { packetTypeOf } from '../../shared/mqtt/packet-types.ts';
import { createHost, type Host } from './host.ts';
import type { HostOptions } from './host-options.ts';
import { openKeyFileVault } from './key-file-vault.ts';

export { temporaryFolder as newDataDir } from './storage/temporary-folder.test-support.ts';

/** A host in this process, driven as a page drives it. */
export interface TestHost {
  readonly host: Host;
  readonly dataDir: string;
  /** Every event so far. */
  readonly events: readonly { name: EventName; payload: unknown }[];
  /** Invokes a command and throws its refusal. */
  ask<K extends CommandName>(name: K, input: CommandInput<K>): Promise<CommandOutput<K>>;
  /** Resolves with the session once it fits. */
  sessionThat(id: string, fits: (session: Session) => boolean): Promise<Session>;
  /** Resolves with a session's progress once it fits. */
  progressThat(id: string, fits: (progress: SessionProgress) => boolean): Promise<SessionProgress>;
  /** All rows of a capture. */
  rows(captureId: string): Promise<PacketRow[]>;
}

export async function startHost(
  dataDir: string,
  options: Partial<HostOptions> = {},
): Promise<TestHost> {
  const vault = await openKeyFileVault(dataDir);
  const host = await createHost({ dataDir, vault, mode: 'web', version: '0.0.0', ...options });
  const events: { name: EventName; payload: unknown }[] = [];
  host.subscribe((name, payload) => events.push({ name, payload }));
  const ask: TestHost['ask'] = async (name, input) => {
    const result = await host.invoke(name, input);
    if (!result.ok) throw Object.assign(new Error(result.error.message), result.error);
    return result.value as CommandOutput<typeof name>;
  };
  return {
    host,
    dataDir,
    events,
    ask,
    async sessionThat(id, fits) {
      for (;;) {
        const { sessions } = await ask('app.snapshot', {});
        const session = sessions.find((candidate) => candidate.id === id);
        if (session !== undefined && fits(session)) return session;
        await new Promise((wake) => setTimeout(wake, 10));
      }
    },
    async progressThat(id, fits) {
      for (;;) {
        const { progress } = await ask('app.snapshot', {});
        const one = progress.find(({ sessionId }) => sessionId === id);
        if (one !== undefined && fits(one)) return one;
        await new Promise((wake) => setTimeout(wake, 10));
      }
    },
    async rows(captureId) {
      const { viewId } = await ask('view.open', { captureId });
      const { rows } = await ask('view.rows', { viewId, start: 0, count: 500 });
      await ask('view.close', { viewId });
      return rows;
    },
  };
}

/**
 * All that a host said and left in its data folder, as text, for what must not be in it. Ends the
 * host first: a file that is being replaced is there under a name that is gone when it is read.
 */
export async function leftBehind({ host, events, dataDir }: TestHost): Promise<string> {
  await host.close();
  const files = await readdir(dataDir, { recursive: true, withFileTypes: true });
  const texts = files
    .filter((file) => file.isFile())
    .map((file) => readFile(join(file.parentPath, file.name), 'latin1'));
  return JSON.stringify(events) + (await Promise.all(texts)).join('');
}

export const isConnected = ({ state }: Session) => state.status === 'connected';
export const isClosed = ({ state }: Session) => state.status === 'closed';

/** `> CONNECT`, `< CONNACK` …: direction and type of each row. */
export const story = (rows: readonly PacketRow[]) =>
  rows.map(({ direction, header, broken }) =>
    broken ? `${arrow(direction)} broken` : `${arrow(direction)} ${packetTypeOf(header)}`,
  );
const arrow = (direction: PacketRow['direction']) => (direction === 'sent' ? '>' : '<');

type BrokerTarget = Extract<DeviceTarget, { kind: 'broker' }>;

/** A broker device on loopback; everything can be said otherwise. */
export function brokerTarget(port: number, changes: Partial<BrokerTarget> = {}): BrokerTarget {
  return {
    kind: 'broker',
    name: `broker-${port}`,
    host: '127.0.0.1',
    port,
    transport: 'tcp',
    keepAlive: 60,
    cleanSession: true,
    rootCertificate: null,
    mqttVersion: '3.1.1',
    clientId: `tricorder-test-${port}`,
    username: '',
    ...changes,
  };
}

/** Saves a device, connects it, and waits until it is connected. */
export async function connectDevice(
  test: TestHost,
  target: DeviceTarget,
  secret?: string,
): Promise<Session> {
  const draft = { id: null, target, ...(secret === undefined ? {} : { secret }) };
  const device = await test.ask('devices.save', draft);
  const session = await test.ask('sessions.connect', { deviceId: device.id });
  return test.sessionThat(session.id, isConnected);
}

/** A TCP server on loopback that does with each connection what the test says. */
export async function startServer(onConnection: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    onConnection(socket);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    /** Ends every connection at once, as a pulled plug does. */
    cut: () => {
      for (const socket of sockets) socket.resetAndDestroy();
      sockets.clear();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

/** A relay in front of a broker that keeps what crossed it: what the other end counted. */
export async function startRelay(brokerPort: number) {
  const crossed = { toBroker: [] as Buffer[], toDevice: [] as Buffer[] };
  const upstreams = new Set<Socket>();
  const server = await startServer((device) => {
    const broker = connect(brokerPort, '127.0.0.1');
    upstreams.add(broker);
    broker.on('error', () => undefined);
    device.on('data', (chunk) => crossed.toBroker.push(chunk));
    broker.on('data', (chunk) => crossed.toDevice.push(chunk));
    device.pipe(broker).pipe(device);
    device.on('close', () => broker.destroy());
    broker.on('close', () => device.destroy());
  });
  return {
    ...server,
    toBroker: () => Buffer.concat(crossed.toBroker),
    toDevice: () => Buffer.concat(crossed.toDevice),
    close: async () => {
      for (const broker of upstreams) broker.destroy();
      await server.close();
    },
  };
}
