import { setTimeout as sleep } from 'node:timers/promises';
import type { PacketRow } from '../../shared/contract/packets.ts';
import { packetTypeOf } from '../../shared/mqtt/packet-types.ts';
import { type BenchHost, openBenchHost } from './bench-host.ts';
import { cpuSince, type Listen, type Received, settle } from './receiver.ts';
import { serveProcess } from './serve-process.ts';

/** Rows of a tall window. */
const TAIL_ROWS = 60;
/** Rows asked for at once. */
const PAGE_ROWS = 500;

let host: BenchHost;
let sessionId = '';
let captureId = '';
let viewId = '';
let total = 0;
let firstRow = 0;
let packetsPerMessage = 1;
let cpu = process.cpuUsage();

const isMessage = ({ header, direction }: PacketRow) =>
  direction === 'received' && packetTypeOf(header) === 'PUBLISH';

const rows = async (start: number) =>
  (await host.ask('view.rows', { viewId, start, count: PAGE_ROWS })).rows;

/** The last message captured: the acknowledgements of many may stand behind it. */
async function lastMessage(): Promise<PacketRow | undefined> {
  for (let start = total - PAGE_ROWS; start > firstRow - PAGE_ROWS; start -= PAGE_ROWS) {
    const message = (await rows(Math.max(firstRow, start))).findLast(isMessage);
    if (message !== undefined) return message;
  }
  return undefined;
}

const handlers = {
  /** Connects a device of a full host to the broker, with a view that follows the tail. */
  async start({ port, dataDir }: { port: number; dataDir: string }): Promise<void> {
    host = await openBenchHost(dataDir);
    const device = await host.ask('devices.save', {
      id: null,
      target: {
        kind: 'broker',
        name: 'bench',
        host: '127.0.0.1',
        port,
        transport: 'tcp',
        // No ping among the packets that are counted.
        keepAlive: 0,
        cleanSession: true,
        rootCertificate: null,
        mqttVersion: '3.1.1',
        clientId: 'bench-device',
        username: '',
      },
    });
    const session = await host.ask('sessions.connect', { deviceId: device.id });
    ({ id: sessionId, captureId } = session);
    for (let connected = false; !connected; await sleep(10)) {
      const { sessions } = await host.ask('app.snapshot', {});
      connected = sessions.some(({ state }) => state.status === 'connected');
    }
    const view = await host.ask('view.open', { captureId });
    ({ viewId, total } = view);
    host.onGrew = (grew) => {
      total = grew.total;
    };
    await host.ask('view.follow', { viewId, rows: TAIL_ROWS });
  },
  async listen({ topic, qos }: Listen): Promise<void> {
    await host.ask('sessions.subscribe', { sessionId, filter: topic, qos });
    firstRow = (await host.ask('view.rows', { viewId, start: 0, count: 1 })).total;
    packetsPerMessage = qos + 1;
    cpu = process.cpuUsage();
  },
  /** Resolves when as many messages were captured, or no more come. */
  async heard(count: number): Promise<Received> {
    await settle(() => total, firstRow + count * packetsPerMessage);
    const spent = cpuSince(cpu);
    const first = (await rows(firstRow)).find(isMessage);
    const last = await lastMessage();
    return {
      messages: Math.floor((total - firstRow) / packetsPerMessage),
      milliseconds: ((last?.time ?? 0) - (first?.time ?? 0)) / 1000,
      cpu: spent,
    };
  },
  /** Ends the session; answers what the capture says of itself. */
  async finish(_: null): Promise<{ captureId: string; dropped: number; packets: number }> {
    await host.ask('sessions.close', { sessionId });
    const { captures } = await host.ask('app.snapshot', {});
    await host.close();
    const { dropped, packets } = captures.find(({ id }) => id === captureId) ?? {
      dropped: Number.NaN,
      packets: 0,
    };
    return { captureId, dropped, packets };
  },
};
export type CaptureHost = typeof handlers;
serveProcess(handlers);
