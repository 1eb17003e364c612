import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Mosquitto, startMosquitto } from '../../e2e/support/mosquitto.ts';
import { type BenchProcess, startProcess } from './bench-process.ts';
import { BROKER_SETTINGS } from './broker-settings.ts';
import type { CaptureHost } from './capture-host-process.ts';
import { countOnDisk } from './count-on-disk.ts';
import type { Report } from './measurement.ts';
import type { Flood, Publisher } from './publisher-process.ts';
import type { Received, Receiver } from './receiver.ts';
import { median } from './statistics.ts';
import type { Subscriber } from './subscriber-process.ts';

/** Messages of a flood by QoS: one to two seconds each. */
const COUNTS = { 0: 400_000, 1: 150_000 } as const;
/** Rounds by QoS; the first warms both sides up and is not counted. */
const ROUNDS = { 0: 6, 1: 6 } as const;
/** Milliseconds a flood may take. */
const LIMIT = 30_000;
/** Seconds that the flood at a given rate lasts. */
const PACED_SECONDS = 4;

interface Stage {
  readonly broker: Mosquitto;
  readonly publisher: BenchProcess<Publisher>;
  readonly subscriber: BenchProcess<Subscriber>;
  readonly host: BenchProcess<CaptureHost>;
}

/** A flood that the host captured. */
interface Captured {
  readonly topic: string;
  readonly sent: number;
}

/** Messages captured per second beside a bare mqtt.js subscriber, and what of them is on disk. */
export async function benchCapture(folder: string, report: Report): Promise<void> {
  const brokerFolder = join(folder, 'mosquitto');
  mkdirSync(brokerFolder);
  const broker = await startMosquitto({
    folder: brokerFolder,
    users: {},
    settings: BROKER_SETTINGS,
  });
  const stage: Stage = {
    broker,
    publisher: startProcess<Publisher>('publisher-process.ts'),
    subscriber: startProcess<Subscriber>('subscriber-process.ts'),
    host: startProcess<CaptureHost>('capture-host-process.ts'),
  };
  const dataDir = join(folder, 'capture-data');
  try {
    await stage.subscriber.ask('start', broker.port);
    await stage.host.ask('start', { port: broker.port, dataDir });
    const captured: Captured[] = [];
    const slowest = await compare(stage, 0, captured, report);
    await compare(stage, 1, captured, report);
    await pace(stage, slowest, captured, report);
    const { captureId, dropped } = await stage.host.ask('finish', null);
    report('packets that the host says it dropped', dropped, '', ['at most', 0]);
    await countLosses(join(dataDir, 'captures', captureId, 'packets.pcapng'), captured, report);
  } finally {
    for (const { end } of [stage.publisher, stage.subscriber, stage.host]) await end();
    await broker.stop();
  }
}

/** Floods both by turns; answers the lowest rate at which the bare subscriber kept up. */
async function compare(
  stage: Stage,
  qos: 0 | 1,
  captured: Captured[],
  report: Report,
): Promise<number> {
  const bare: number[] = [];
  const full: number[] = [];
  const costs: number[] = [];
  for (let round = 0; round < ROUNDS[qos]; round += 1) {
    const order = { qos, count: COUNTS[qos], rate: null };
    const one = await flood(stage, stage.subscriber, { ...order, topic: `bare/${qos}/${round}` });
    const topic = `host/${qos}/${round}`;
    const other = await flood(stage, stage.host, { ...order, topic });
    captured.push({ topic, sent: other.sent });
    if (round === 0) continue;
    bare.push(rateOf(one.received));
    full.push(rateOf(other.received));
    costs.push(
      other.received.cpu / other.received.messages / (one.received.cpu / one.received.messages),
    );
    if (one.received.messages < one.sent) {
      throw new Error(`the bare subscriber missed ${one.sent - one.received.messages} messages`);
    }
  }
  const name = `QoS ${qos}`;
  report(`${name}: a bare mqtt.js subscriber`, median(bare), 'messages/s');
  report(`${name}: the host, capturing`, median(full), 'messages/s');
  report(`${name}: captured, of the bare subscriber's messages/s`, median(ratios(full, bare)), '', [
    'at least',
    0.85,
  ]);
  report(`${name}: processor time per message, of the bare subscriber's`, median(costs), '');
  return Math.min(...bare);
}

/** At the rate at which the bare subscriber kept up, the host must lose nothing. */
async function pace(
  stage: Stage,
  rate: number,
  captured: Captured[],
  report: Report,
): Promise<void> {
  const topic = 'host/paced';
  const order = { topic, qos: 0, rate, count: Math.round(rate * PACED_SECONDS) } as const;
  const { sent, received, milliseconds } = await flood(stage, stage.host, order);
  captured.push({ topic, sent });
  const late = received.milliseconds - milliseconds;
  report('at the rate at which the bare subscriber kept up', rate, 'messages/s');
  report('the host is behind the publisher at its end', Math.max(0, late), 'ms');
}

async function flood(
  { broker, publisher }: Stage,
  receiver: BenchProcess<Receiver>,
  order: Pick<Flood, 'topic' | 'qos' | 'count' | 'rate'>,
): Promise<{ sent: number; milliseconds: number; received: Received }> {
  await receiver.ask('listen', order);
  const listening = publisher.ask('flood', { ...order, port: broker.port, limit: LIMIT });
  const { sent, milliseconds } = await listening;
  return { sent, milliseconds, received: await receiver.ask('heard', sent) };
}

async function countLosses(path: string, captured: readonly Captured[], report: Report) {
  const onDisk = await countOnDisk(
    path,
    captured.map(({ topic }) => topic),
  );
  const all = { flood: { sent: 0, lost: 0 }, paced: { sent: 0, lost: 0 } };
  let misplaced = 0;
  for (const { topic, sent } of captured) {
    const found = onDisk.get(topic);
    const group = topic === 'host/paced' ? all.paced : all.flood;
    group.sent += sent;
    group.lost += sent - (found?.distinct ?? 0);
    misplaced += found?.misplaced ?? 0;
  }
  const format = (count: number) => count.toLocaleString('en');
  report(`lost on disk, of ${format(all.flood.sent)} at full speed`, all.flood.lost, '', [
    'at most',
    0,
  ]);
  report(`lost on disk, of ${format(all.paced.sent)} at the paced rate`, all.paced.lost, '', [
    'at most',
    0,
  ]);
  report('on disk twice or out of order', misplaced, '', ['at most', 0]);
}

const rateOf = ({ messages, milliseconds }: Received) => (messages - 1) / (milliseconds / 1000);

/** Round by round, so that what slows the machine for a while slows both. */
const ratios = (full: readonly number[], bare: readonly number[]) =>
  full.map((rate, round) => rate / (bare[round] ?? Number.NaN));
