import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generate, type Packet } from 'mqtt-packet';
import { PacketFile } from '../../electron/host/capture/packet-file.ts';
import { PacketLog } from '../../electron/host/capture/packet-log.ts';
import type { CaptureFile } from '../../electron/host/capture/session-file.ts';
import type { Direction } from '../../shared/contract/packets.ts';
import type { Cause, ConnectionState } from '../../shared/session/connection-state.ts';

/** When the story begins, milliseconds since the epoch: 09:30 in Shanghai. */
export const STORY_START = Date.UTC(2026, 0, 15, 1, 30);

const productKey = 'a1B2c3D4e5F';
const deviceName = 'lamp-01';
const endpoint = `mqtts://${productKey}.iot-as-mqtt.cn-shanghai.aliyuncs.com:8883`;
const thing = `/sys/${productKey}/${deviceName}/thing`;
const custom = `/${productKey}/${deviceName}`;

/**
 * Writes a capture of half a minute in which most of what can go wrong does: a subscription is
 * refused, an acknowledgement is lost, a second device with the same triple takes the session over.
 * Every byte and every time is always the same.
 */
export async function writeStory(dataDir: string): Promise<void> {
  const folder = join(dataDir, 'captures', '2026-01-15T01-30-00-lamp-01');
  await mkdir(folder, { recursive: true });
  const file = await PacketFile.create(join(folder, 'packets.pcapng'));
  const story = new Story(new PacketLog(file));
  tell(story);
  await file.flush();
  await file.close();
  const about: CaptureFile = {
    version: 1,
    label: deviceName,
    endpoint,
    deviceId: null,
    target: {
      kind: 'alibaba-public',
      productKey,
      deviceName,
      region: 'cn-shanghai',
      signMethod: 'hmacsha256',
      clientId: '',
      transport: 'tls',
      port: 8883,
      keepAlive: 60,
      cleanSession: false,
      rootCertificate: null,
    },
    startedAt: STORY_START,
    endedAt: STORY_START + story.milliseconds,
    packets: story.packets,
  };
  await writeFile(join(folder, 'session.json'), JSON.stringify(about));
  await writeFile(join(folder, 'events.ndjson'), story.events);
}

/** A clock, a log, and who says what. */
class Story {
  milliseconds = 0;
  packets = 0;
  events = '';
  private readonly log: PacketLog;
  private connection = 0;
  private lastId = 100;

  constructor(log: PacketLog) {
    this.log = log;
    log.writeHeader();
  }

  private get time(): number {
    return (STORY_START + this.milliseconds) * 1000;
  }

  wait(milliseconds: number): void {
    this.milliseconds += milliseconds;
  }

  state(state: ConnectionState): void {
    this.events += `${JSON.stringify({ time: STORY_START + this.milliseconds, state, packets: this.packets })}\n`;
  }

  open(): void {
    this.connection = this.log.openConnection(this.time);
  }

  close(closer: Direction): void {
    this.log.closeConnection(this.connection, this.time, closer);
  }

  sent(packet: Packet): void {
    this.say(true, packet);
  }

  /** Says something back after so many milliseconds. */
  received(after: number, packet: Packet): void {
    this.wait(after);
    this.say(false, packet);
  }

  nextId(): number {
    this.lastId += 1;
    return this.lastId;
  }

  private say(sent: boolean, packet: Packet): void {
    this.packets += 1;
    this.log.append(this.connection, sent, generate(packet), this.time);
  }
}

function tell(story: Story): void {
  connect(story, { attempt: 1, sessionPresent: false });
  subscribe(story, `${thing}/service/property/set`, 1);
  subscribe(story, `${custom}/control`, 128);
  for (const temperature of [21.5, 21.9, 22.6]) post(story, temperature);
  propertySet(story);
  post(story, 23.4, { acknowledged: false });
  ping(story);
  post(story, 24.1);
  kicked(story);
  connect(story, { attempt: 2, sessionPresent: true });
  post(story, 24.9);
  story.wait(1800);
  story.sent({ cmd: 'disconnect' });
  story.close('sent');
  story.state({ status: 'closed', cause: null });
}

function connect(
  story: Story,
  { attempt, sessionPresent }: { attempt: number; sessionPresent: boolean },
) {
  story.state({ status: 'connecting', phase: 'tcp', attempt });
  story.wait(46);
  story.open();
  story.state({ status: 'connecting', phase: 'mqtt', attempt });
  story.sent({
    cmd: 'connect',
    protocolId: 'MQTT',
    protocolVersion: 4,
    clean: false,
    keepalive: 60,
    clientId: `${productKey}.${deviceName}|securemode=2,signmethod=hmacsha256,timestamp=${STORY_START},ext=3|`,
    username: `${deviceName}&${productKey}`,
    password: Buffer.from('*'.repeat(64)),
  });
  story.received(38, { cmd: 'connack', returnCode: 0, sessionPresent });
  story.state({ status: 'connected', since: STORY_START + story.milliseconds, sessionPresent });
}

function subscribe(story: Story, topic: string, granted: 1 | 128): void {
  const messageId = story.nextId();
  story.wait(120);
  story.sent({ cmd: 'subscribe', messageId, subscriptions: [{ topic, qos: 1 }] });
  story.received(24, { cmd: 'suback', messageId, granted: [granted] });
}

function publish(story: Story, topic: string, payload: object): number {
  const messageId = story.nextId();
  story.sent({
    cmd: 'publish',
    topic,
    payload: JSON.stringify(payload),
    qos: 1,
    messageId,
    dup: false,
    retain: false,
  });
  return messageId;
}

function deliver(story: Story, after: number, topic: string, payload: object): void {
  story.received(after, {
    cmd: 'publish',
    topic,
    payload: JSON.stringify(payload),
    qos: 0,
    dup: false,
    retain: false,
  });
}

function post(story: Story, temperature: number, { acknowledged = true } = {}): void {
  story.wait(5000);
  const id = String(story.packets);
  const topic = `${thing}/event/property/post`;
  const params = { temperature, humidity: Math.round(90 - temperature) };
  const method = 'thing.event.property.post';
  const messageId = publish(story, topic, { id, version: '1.0', params, method });
  if (!acknowledged) return;
  story.received(21, { cmd: 'puback', messageId });
  deliver(story, 9, `${topic}_reply`, { code: 200, data: {}, id, message: 'success', method });
}

function propertySet(story: Story): void {
  const topic = `${thing}/service/property/set`;
  const id = '1905332113';
  const method = 'thing.service.property.set';
  deliver(story, 900, topic, { method, id, params: { temperature: 26.0 }, version: '1.0.0' });
  story.wait(12);
  const messageId = publish(story, `${topic}_reply`, { id, code: 200, data: {} });
  story.received(19, { cmd: 'puback', messageId });
}

function ping(story: Story): void {
  story.wait(4200);
  story.sent({ cmd: 'pingreq' });
  story.received(17, { cmd: 'pingresp' });
}

function kicked(story: Story): void {
  deliver(story, 1400, '/ext/notify', { title: 'kick', content: 'Kicked by the same device' });
  story.wait(3);
  story.close('received');
  const cause: Cause = {
    kind: 'closed-by-broker',
    phase: null,
    code: null,
    raw: 'the broker closed the connection',
  };
  const retryAt = STORY_START + story.milliseconds + 2000;
  story.state({ status: 'waiting', attempt: 2, retryAt, cause });
  story.wait(2000);
}
