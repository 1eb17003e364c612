import type { Duplex } from 'node:stream';
import { MqttClient, type Packet } from 'mqtt';
import type { Direction } from '../../../shared/contract/packets.ts';
import { HostError } from '../../../shared/contract/result.ts';
import type { Message, Qos } from '../../../shared/contract/sessions.ts';
import type { Cause } from '../../../shared/session/connection-state.ts';
import { causeOfClose, causeOfDisconnect } from '../../../shared/session/end-causes.ts';
import type { Capture } from '../capture/capture.ts';
import { acknowledgedAfter, connackAfter } from '../capture/wire-times.ts';
import type { Credentials } from '../devices/login.ts';
import { causeOfBroken, causeOfClient } from './causes.ts';
import { clientOptions, publishOptions } from './client-options.ts';
import { WireMasker } from './wire-masker.ts';
import { tapWire } from './wire-tap.ts';

/** Milliseconds to wait for a broker's answer to a command. */
const ANSWER_TIMEOUT_MS = 10_000;
/** Milliseconds to wait for CONNACK. */
const CONNACK_TIMEOUT_MS = 15_000;
/** Milliseconds a DISCONNECT may take before the connection is cut. */
const GOODBYE_MS = 1500;

export interface ConnectionListener {
  /** @param connackAfter milliseconds from CONNECT to CONNACK on the wire; null: not recorded */
  accepted(sessionPresent: boolean, connackAfter: number | null): void;
  /** Once per connection, whoever ended it. */
  closed(cause: Cause): void;
  packetSent(packet: Packet): void;
  packetReceived(packet: Packet): void;
}

/**
 * One mqtt.js client with its wire tapped: it lives as long as the user wants to be connected, over
 * several connections, so that messages in flight survive a lost one. What is recorded comes from
 * the wire; mqtt.js only runs the protocol.
 */
export class MqttConnection {
  private readonly client: MqttClient;
  private readonly capture: Capture;
  private readonly listener: ConnectionListener;
  private nextWire: Duplex | null = null;
  private accepted = false;
  private cause: Cause | null = null;
  /** Where the packets of the connection begin in the capture. */
  private firstRow = 0;

  constructor(credentials: Credentials, capture: Capture, listener: ConnectionListener) {
    this.capture = capture;
    this.listener = listener;
    this.client = new MqttClient(() => this.takeWire(), {
      ...clientOptions(credentials),
      manualConnect: true,
      // Attempts and subscribing again are the session's: it knows the platform's rules.
      reconnectPeriod: 0,
      resubscribe: false,
      connectTimeout: CONNACK_TIMEOUT_MS,
      queueQoSZero: false,
      timerVariant: 'native',
    });
    this.client.on('connect', ({ sessionPresent }) => {
      this.accepted = true;
      const connack = connackAfter(this.capture.log.index, this.firstRow);
      this.listener.accepted(sessionPresent, connack);
    });
    this.client.on('error', (error) => {
      this.cause ??= causeOfClient(error, this.accepted);
      // mqtt.js only reports a packet it cannot parse; the connection must be closed [MQTT-4.8.0-1].
      this.client.stream.destroy();
    });
    this.client.on('disconnect', ({ reasonCode }) => {
      this.cause ??= causeOfDisconnect(reasonCode ?? 0);
    });
    this.client.on('packetsend', (packet) => this.listener.packetSent(packet));
    this.client.on('packetreceive', (packet) => this.listener.packetReceived(packet));
  }

  /** Sends CONNECT over an open transport. */
  start(transport: Duplex): void {
    this.accepted = false;
    this.cause = null;
    this.firstRow = this.capture.log.index.length;
    const number = this.capture.openConnection();
    let closer: Direction = 'sent';
    const masker = new WireMasker();
    const record = (sent: boolean, masked: Buffer) =>
      masked.length === 0 ? null : this.capture.record(number, sent, masked);
    const wire = tapWire(transport, {
      sent: (chunk) => {
        record(true, masker.sent(chunk));
      },
      received: (chunk) => {
        const broken = record(false, masker.received(chunk));
        if (broken === null) return;
        this.cause ??= causeOfBroken(broken, this.accepted);
        wire.destroy();
      },
      closedByPeer: () => {
        closer = 'received';
      },
    });
    wire.once('close', () => {
      record(false, masker.rest());
      this.capture.closeConnection(number, closer);
      // After mqtt.js has said why: its `error` comes with or before its `close`.
      setImmediate(() => this.listener.closed(this.cause ?? causeOfClose(this.accepted)));
    });
    this.nextWire = wire;
    this.client.connect();
  }

  /**
   * Resolves when the broker has answered as the QoS asks: with the milliseconds that took on the
   * wire, null where there is no answer or none was recorded.
   *
   * @throws HostError `invalid-input` for a message with properties before MQTT 5
   */
  async publish(message: Message): Promise<number | null> {
    const { topic, qos, retain, payload, properties } = message;
    if (properties !== undefined && this.client.options.protocolVersion !== 5)
      throw new HostError('invalid-input', 'properties of a message need MQTT 5');
    const bytes = Buffer.from(payload.data, payload.encoding);
    const options = {
      qos,
      retain,
      ...(properties === undefined ? {} : { properties: publishOptions(properties) }),
    };
    const since = this.capture.now();
    let packetId = 0;
    await answered(`no answer to the QoS ${qos} publish`, (done) => {
      this.client.publish(topic, bytes, options, (error, answer) => {
        packetId = answer?.messageId ?? 0;
        done(error ?? null);
      });
    });
    return packetId === 0 ? null : acknowledgedAfter(this.capture.log.index, packetId, since);
  }

  /** Resolves when SUBACK came, refused or not. */
  subscribe(filter: string, qos: Qos): Promise<void> {
    return answered('no SUBACK', (done) => {
      this.client.subscribe(filter, { qos }, (error, _granted, packet) => {
        // A refusal is an answer: the subscription's granted code tells it.
        done(packet === undefined ? error : null);
      });
    });
  }

  unsubscribe(filter: string): Promise<void> {
    return answered('no UNSUBACK', (done) => {
      this.client.unsubscribe(filter, (error) => done(error ?? null));
    });
  }

  /** Sends DISCONNECT and closes; resolves when the connection is gone. */
  async end(): Promise<void> {
    if (!this.client.stream || this.client.stream.destroyed) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => this.client.stream.destroy(), GOODBYE_MS);
      this.client.stream.once('close', () => {
        clearTimeout(timer);
        resolve();
      });
      this.client.end(!this.accepted);
    });
  }

  private takeWire(): Duplex {
    const wire = this.nextWire;
    this.nextWire = null;
    if (wire === null) throw new Error('mqtt.js asked for a stream that nobody opened');
    return wire;
  }
}

/** Runs a request of mqtt.js; its answer, its error or its lateness. */
function answered(
  late: string,
  request: (done: (error: Error | null) => void) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new HostError('timed-out', `${late} within ${ANSWER_TIMEOUT_MS / 1000} s`));
    }, ANSWER_TIMEOUT_MS);
    request((error) => {
      clearTimeout(timer);
      if (error === null) resolve();
      else reject(new HostError('refused-by-broker', error.message));
    });
  });
}
