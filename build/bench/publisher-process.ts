import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { generate } from 'mqtt-packet';
import { type FloodPacket, floodPacket } from './flood-message.ts';
import { serveProcess } from './serve-process.ts';

/** Packets written at once. */
const BATCH = 64;
/** Milliseconds between two writes of a flood with a given rate. */
const PACE_MS = 5;
/** Messages of QoS 1 on their way: half of what packet identifiers allow. */
const WINDOW = 30_000;
const PUBACK_BYTES = 4;
const CONNACK_BYTES = 4;

export interface Flood {
  readonly port: number;
  readonly topic: string;
  /** To how many topics below it in turn; absent: to `topic` itself. */
  readonly topics?: number;
  readonly qos: 0 | 1;
  /** Messages to send, at most. */
  readonly count: number;
  /** Messages a second; null for as many as the broker takes. */
  readonly rate: number | null;
  /** Milliseconds after which it ends, whatever was sent. */
  readonly limit: number;
}

const handlers = { flood };
export type Publisher = typeof handlers;
serveProcess(handlers);

/**
 * Sends numbered messages over a plain socket, which costs far less than a client that keeps track
 * of each: the broker and its subscriber shall have the machine. Answers how many, in which time.
 */
async function flood(order: Flood): Promise<{ sent: number; milliseconds: number }> {
  const { port, topic, topics = 1, qos, count, rate, limit } = order;
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let received = 0;
  socket.on('data', (chunk) => {
    received += chunk.length;
  });
  const acknowledged = () => Math.floor((received - CONNACK_BYTES) / PUBACK_BYTES);
  await once(socket, 'connect');
  socket.write(
    generate({
      cmd: 'connect',
      clientId: `bench-publisher-${process.pid}`,
      protocolId: 'MQTT',
      protocolVersion: 4,
      clean: true,
      keepalive: 0,
    }),
  );
  while (received < CONNACK_BYTES) await sleep(1);

  const packet = floodPacket(topic, qos, topics);
  const start = performance.now();
  const elapsed = () => performance.now() - start;
  let sent = 0;
  while (sent < count && elapsed() < limit) {
    const due = rate === null ? count : Math.min(count, Math.ceil((elapsed() * rate) / 1000));
    const allowed = qos === 1 ? Math.min(due, acknowledged() + WINDOW) : due;
    while (sent < allowed) {
      const batch = Math.min(BATCH, allowed - sent);
      await write(socket, packet, sent, batch);
      sent += batch;
    }
    if (sent < count) await sleep(rate === null ? 0 : PACE_MS);
  }
  const milliseconds = elapsed();
  while (qos === 1 && acknowledged() < sent && elapsed() < 2 * limit) await sleep(1);
  socket.end(generate({ cmd: 'disconnect' }));
  await once(socket, 'close');
  return { sent, milliseconds };
}

async function write(socket: Socket, packet: FloodPacket, first: number, count: number) {
  const size = packet.bytes.length;
  const batch = Buffer.allocUnsafe(size * count);
  for (let at = 0; at < count; at += 1) {
    packet.number(first + at);
    packet.bytes.copy(batch, at * size);
  }
  if (!socket.write(batch)) await once(socket, 'drain');
}
