import { join } from 'node:path';
import { generate, type Packet } from 'mqtt-packet';
import type { Capture } from '../../electron/host/capture/capture.ts';
import { CaptureLibrary } from '../../electron/host/capture/capture-library.ts';

export const PACKETS = 1_000_000;
/** What the capture is called in lists. */
export const CAPTURE_LABEL = 'a million packets';
/** A word that one message in a thousand carries. */
export const RARE_WORD = 'overheated';
/** Messages received on two thirds of the topics. */
export const COLUMN_FILTER = 'type:publish dir:received topic:/sys/+/+/thing/#';

const TOPIC_SETS = 20;
const PAYLOAD_BYTES = 120;
/** Packets between two flushes: the log holds no more than so much for a slow disk. */
const FLUSH_EVERY = 20_000;
/** Microseconds between two packets. */
const STEP_US = 50;
const STARTED_AT = Date.UTC(2026, 0, 2, 3, 4, 5);

/** Where the capture of a million packets lies. */
export interface MillionCapture {
  readonly dataDir: string;
  readonly captureId: string;
}

/**
 * Writes a capture of PACKETS packets into a data folder with the code that records sessions: a
 * session with pings, subscriptions and messages of QoS 0 and 1 both ways on 60 topics. Always the
 * same packets.
 */
export async function writeMillionCapture(dataDir: string): Promise<MillionCapture> {
  const library = new CaptureLibrary({
    folder: join(dataDir, 'captures'),
    budgetBytes: () => Number.POSITIVE_INFINITY,
    changed: () => undefined,
    stopped: ({ failure }) => {
      throw new Error(`the capture could not be written: ${failure}`);
    },
    pruned: () => undefined,
  });
  await library.load();
  const capture = await library.create({
    version: 1,
    label: CAPTURE_LABEL,
    endpoint: 'mqtt://127.0.0.1:1883',
    deviceId: null,
    target: null,
    startedAt: STARTED_AT,
  });
  await record(capture);
  await library.finish(capture);
  const { packets, dropped } = capture.info();
  await library.close();
  if (packets !== PACKETS || dropped > 0) {
    throw new Error(`${packets} packets were written and ${dropped} dropped, not ${PACKETS}`);
  }
  return { dataDir, captureId: capture.id };
}

async function record(capture: Capture): Promise<void> {
  const { log } = capture;
  let time = STARTED_AT * 1000;
  const connection = log.openConnection(time);
  let count = 0;
  const put = (sent: boolean, packet: Buffer) => {
    if (count === PACKETS) return;
    time += STEP_US;
    log.append(connection, sent, packet, time);
    count += 1;
  };
  put(true, connect);
  put(false, connack);
  for (let round = 0; count < PACKETS; round += 1) {
    const id = 1 + (round % 65_535);
    if (round % 500 === 0) {
      put(true, withIdentifier(subscribe, id));
      put(false, withIdentifier(suback, id));
    }
    if (round % 200 === 0) {
      put(true, pingreq);
      put(false, pingresp);
    }
    const message = messages[(round * 7) % messages.length] as Message;
    const isRare = round % 125 === 0;
    for (let one = 0; one < 4; one += 1) put(false, message.plain(round, isRare && one === 0));
    put(true, message.plain(round, false));
    put(true, message.acknowledged(round, id));
    put(false, withIdentifier(puback, id));
    put(false, message.acknowledged(round, id));
    put(true, withIdentifier(puback, id));
    if (round % (FLUSH_EVERY / 10) === 0) await capture.flush();
  }
  await capture.flush();
  log.closeConnection(connection, time);
}

/** Packets of one topic, made once and changed in place. */
class Message {
  private readonly qos0: Buffer;
  private readonly qos1: Buffer;
  private readonly rare: Buffer;

  constructor(topic: string) {
    const packet = (qos: 0 | 1, state: string) =>
      generate({
        cmd: 'publish',
        topic,
        payload: payload(state),
        qos,
        dup: false,
        retain: false,
        messageId: 1,
      });
    this.qos0 = packet(0, 'working');
    this.qos1 = packet(1, 'working');
    this.rare = packet(0, RARE_WORD);
  }

  plain(round: number, isRare: boolean): Buffer {
    return numbered(isRare ? this.rare : this.qos0, round);
  }

  acknowledged(round: number, id: number): Buffer {
    this.qos1.writeUInt16BE(id, this.qos1.length - PAYLOAD_BYTES - 2);
    return numbered(this.qos1, round);
  }
}

const NUMBER = '000000';
const BEFORE_NUMBER = '{"id":"';

function payload(state: string): string {
  const text = `${BEFORE_NUMBER}${NUMBER}","version":"1.0","params":{"temperature":23.5,"state":"${state}"},"note":"`;
  return `${text.padEnd(PAYLOAD_BYTES - 2, '.')}"}`;
}

function numbered(packet: Buffer, round: number): Buffer {
  const start = packet.length - PAYLOAD_BYTES + BEFORE_NUMBER.length;
  for (let at = NUMBER.length - 1, rest = round; at >= 0; at -= 1, rest = Math.floor(rest / 10)) {
    packet[start + at] = 0x30 + (rest % 10);
  }
  return packet;
}

/** With the packet identifier that stands behind a fixed header of two bytes. */
function withIdentifier(packet: Buffer, id: number): Buffer {
  packet.writeUInt16BE(id, 2);
  return packet;
}

const topics = Array.from({ length: TOPIC_SETS }, (_, set) => [
  `/sys/a1benchmark/device-${set}/thing/event/property/post`,
  `/sys/a1benchmark/device-${set}/thing/service/property/set`,
  `/a1benchmark/device-${set}/user/get`,
]).flat();
const messages = topics.map((topic) => new Message(topic));

const [connect, connack, subscribe, suback, puback, pingreq, pingresp] = (
  [
    {
      cmd: 'connect',
      clientId: 'a1benchmark.device-0',
      protocolId: 'MQTT',
      protocolVersion: 4,
      clean: true,
      keepalive: 60,
    },
    { cmd: 'connack', returnCode: 0, sessionPresent: false },
    { cmd: 'subscribe', messageId: 1, subscriptions: [{ topic: '/sys/a1benchmark/#', qos: 1 }] },
    { cmd: 'suback', messageId: 1, granted: [1] },
    { cmd: 'puback', messageId: 1 },
    { cmd: 'pingreq' },
    { cmd: 'pingresp' },
  ] satisfies Packet[]
).map((packet) => generate(packet)) as [Buffer, Buffer, Buffer, Buffer, Buffer, Buffer, Buffer];
