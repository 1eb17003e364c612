import { randomUUID } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { isDeepStrictEqual } from 'node:util';
import type { RequestReader } from '../../../shared/alibaba/messages/template.ts';
import type { AutoReply } from '../../../shared/contract/auto-replies.ts';
import type { CommandOutput } from '../../../shared/contract/commands.ts';
import { type Device, type DeviceTarget, deviceLabel } from '../../../shared/contract/devices.ts';
import type { Reply } from '../../../shared/contract/replies.ts';
import { HostError } from '../../../shared/contract/result.ts';
import type {
  Message,
  Qos,
  Repeat,
  RepeatPlan,
  Session as SessionInfo,
  SessionProgress,
} from '../../../shared/contract/sessions.ts';
import {
  type Cause,
  type ConnectionEvent,
  type ConnectionState,
  type ConnectPhase,
  next,
} from '../../../shared/session/connection-state.ts';
import type { Capture } from '../capture/capture.ts';
import { wireMilliseconds } from '../capture/wire-times.ts';
import { type Endpoint, endpointText } from '../devices/endpoint.ts';
import type { Login } from '../devices/login.ts';
import type { Registered } from '../devices/registration.ts';
import { AutoReplies } from './auto-replies.ts';
import { causeOfAttempt, UnreadableSecretError } from './causes.ts';
import { MessageFiller } from './fill-message.ts';
import { MqttConnection } from './mqtt-connection.ts';
import { openTransport } from './open-transport.ts';
import { paced } from './paced.ts';
import { PhaseClock } from './phase-clock.ts';
import { registerDevice } from './register-device.ts';
import { Repeats } from './repeats.ts';
import { ReplyBook, type Sent } from './reply-book.ts';
import { Retry, type RetryPolicy } from './retry.ts';
import { SubscriptionBook } from './subscription-book.ts';

/** Progress is told no more often than this, milliseconds. */
const PROGRESS_MS = 250;

export interface SessionOptions {
  readonly device: Device;
  readonly endpoint: Endpoint;
  readonly capture: Capture;
  readonly autoReplies: readonly AutoReply[];
  /** What the user chose about lost connections. */
  retryPolicy(): RetryPolicy;
  /** Computes what to say in CONNECT of a target; throws when a secret cannot be read. */
  login(target: DeviceTarget): Login;
  /** Keeps what a registration gave; answers the device that connects with it. */
  registered(registered: Registered): Promise<Device>;
  /** When a CONNECT may go out, milliseconds since the epoch; not after now if it may at once. */
  allowedAt(): number;
  /** A CONNECT goes out. */
  connecting(): void;
  changed(session: SessionInfo): void;
  progressed(progress: SessionProgress): void;
}

/** One device's connection, its reconnects included, recorded into one capture. */
export class Session {
  readonly id = randomUUID();
  readonly deviceId: string;
  readonly capture: Capture;
  private readonly options: SessionOptions;
  /** As it was when the session was made, and as a registration changed it. */
  private device: Device;
  private state: ConnectionState = { status: 'idle' };
  private readonly phases = new PhaseClock();
  private connection: MqttConnection | null = null;
  private stopping = new AbortController();
  private retryTimer: NodeJS.Timeout | null = null;
  private readonly retry: Retry;
  private readonly book = new SubscriptionBook();
  private readonly filler: MessageFiller;
  /** Messages published one by one. */
  private published = 0;
  private readonly repeats: Repeats;
  private readonly replies = new ReplyBook();
  /** null for a device that has no triple. */
  private readonly autoReplies: AutoReplies | null;
  private readonly tellProgress: () => void;
  private readonly lookers = new Set<() => void>();

  constructor(options: SessionOptions) {
    this.options = options;
    this.retry = new Retry(() => options.retryPolicy());
    this.device = options.device;
    this.deviceId = options.device.id;
    this.capture = options.capture;
    this.tellProgress = paced(() => options.progressed(this.progress()), PROGRESS_MS);
    const { index, dialogues } = this.capture.log;
    dialogues.onAnswered = (key, request, answer) =>
      this.replies.recorded(key, wireMilliseconds(index, request, answer));
    const { target } = options.device;
    const owner = target.kind === 'broker' ? null : target;
    this.filler = new MessageFiller(owner);
    this.repeats = new Repeats(
      async (message, counter) => (await this.send(message, counter)).expected,
      () => this.tellProgress(),
    );
    this.autoReplies =
      owner &&
      new AutoReplies({
        owner,
        publish: async (message, counter, request) => {
          await this.send(message, counter, request);
        },
        changed: () => this.tellProgress(),
      });
    this.autoReplies?.set(options.autoReplies);
  }

  info(): SessionInfo {
    return {
      id: this.id,
      deviceId: this.deviceId,
      label: deviceLabel(this.device.target),
      captureId: this.capture.id,
      endpoint: endpointText(this.options.endpoint),
      state: this.state,
      phases: [...this.phases.timings],
      subscriptions: this.book.list(),
    };
  }

  progress(): SessionProgress {
    return {
      sessionId: this.id,
      packets: this.capture.info().packets,
      messages: this.book.messages(),
      repeats: this.repeats.list(),
      autoReplies: this.autoReplies?.list() ?? [],
    };
  }

  /** Connected, connecting, or about to try again. */
  get isActive(): boolean {
    return this.state.status !== 'idle' && this.state.status !== 'closed';
  }

  /** Whether it was made for the device as it is saved now. */
  isFor(device: Device): boolean {
    return isDeepStrictEqual(device.target, this.device.target);
  }

  /** Starts connecting from `idle` or `closed`; in any other state it is under way already. */
  connect(): void {
    if (this.isActive) {
      throw new HostError('already-connected', 'the device is connected or connecting');
    }
    this.stopping = new AbortController();
    this.retry.reset();
    this.connection = null;
    this.apply({ type: 'start' });
    this.tellProgress();
    void this.attempt();
  }

  /** Resolves when connected; rejects with `not-connected` when it is not to be. */
  whenConnected(): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (this.isActive && this.state.status !== 'connected') return;
        this.lookers.delete(look);
        if (this.state.status === 'connected') resolve();
        else reject(new HostError('not-connected', 'the broker did not accept the device'));
      };
      this.lookers.add(look);
      look();
    });
  }

  retryNow(): void {
    if (this.state.status !== 'waiting') return;
    this.clearRetryTimer();
    this.apply({ type: 'retry' });
    void this.attempt();
  }

  /** DISCONNECT where connected, and no further attempt. Resolves when the connection is gone. */
  async disconnect(): Promise<void> {
    this.clearRetryTimer();
    this.repeats.stopAll();
    this.replies.stop();
    this.autoReplies?.stop();
    this.apply({ type: 'stop' });
    this.stopping.abort();
    await this.connection?.end();
  }

  async publish(message: Message): Promise<CommandOutput<'sessions.publish'>> {
    this.filler.check(message);
    this.published += 1;
    const { expected, acknowledgedAfter } = await this.send(message, this.published);
    const awaited = expected && { id: expected.id, topic: expected.topic };
    return { awaited, acknowledgedAfter };
  }

  /** What came of a reply that is awaited; null if nothing in time. */
  reply(id: string): Promise<Reply | null> {
    return this.replies.reply(id);
  }

  /** Told at once, not paced: a switch must show what it is before it is pressed again. */
  setAutoReplies(replies: readonly AutoReply[]): void {
    this.autoReplies?.set(replies);
    this.options.progressed(this.progress());
  }

  startRepeating(message: Message, plan: RepeatPlan): Repeat {
    this.connected();
    this.filler.check(message);
    return this.repeats.start(message, plan);
  }

  stopRepeating(id: string): void {
    this.repeats.stop(id);
  }

  stopAllRepeating(): void {
    this.repeats.stopAll();
  }

  /** Answers the granted QoS, or the failure code (128 and above) of a refusal. */
  async subscribe(filter: string, qos: Qos): Promise<number> {
    await this.connected().subscribe(filter, qos);
    const granted = this.book.granted(filter);
    if (granted === null) throw new HostError('refused-by-broker', 'SUBACK without a code');
    return granted;
  }

  async unsubscribe(filter: string): Promise<void> {
    if (this.book.forgetRefused(filter)) this.tell();
    else await this.connected().unsubscribe(filter);
  }

  private async send(
    message: Message,
    counter: number,
    request: RequestReader | null = null,
  ): Promise<Sent> {
    const connection = this.connected();
    const filled = this.filler.fill(message, counter, request);
    const { topic, payload } = filled;
    const expected = payload.encoding === 'utf8' ? this.replies.expect(topic, payload.data) : null;
    return { expected, acknowledgedAfter: await connection.publish(filled) };
  }

  private connected(): MqttConnection {
    if (this.state.status !== 'connected' || this.connection === null) {
      throw new HostError('not-connected', 'the device is not connected');
    }
    return this.connection;
  }

  private async attempt(): Promise<void> {
    const { signal } = this.stopping;
    const allowedAt = this.options.allowedAt();
    if (allowedAt > Date.now()) {
      this.apply({ type: 'held', retryAt: allowedAt });
      this.retryAt(allowedAt);
      return;
    }
    this.phases.reset();
    try {
      const login = this.readLogin();
      const enter = (phase: ConnectPhase) => this.enterPhase(phase);
      const { endpoint } = this.options;
      const transport = await openTransport(endpoint, login.certificate, enter, signal);
      if (signal.aborted) {
        transport.destroy();
        return;
      }
      this.enterPhase('mqtt');
      this.options.connecting();
      if (login.registers) return await this.register(login, transport);
      this.connection ??= this.newConnection(login);
      this.connection.start(transport);
    } catch (error) {
      if (!signal.aborted) this.failed(causeOfAttempt(error));
    }
  }

  /** Gets what the device connects with from now on, and connects with it. */
  private async register({ credentials }: Login, transport: Duplex): Promise<void> {
    const { signal } = this.stopping;
    const { target } = this.device;
    if (target.kind === 'broker') throw new Error('a broker registers nobody');
    const registered = await registerDevice(
      transport,
      {
        target,
        credentials,
        capture: this.capture,
        onAccepted: (connackAfter) => this.enterPhase('register', connackAfter),
      },
      signal,
    );
    this.phases.end();
    this.device = await this.options.registered(registered);
    if (!signal.aborted) await this.attempt();
  }

  private newConnection({ credentials }: Login): MqttConnection {
    const { signal } = this.stopping;
    let fresh = true;
    return new MqttConnection(credentials, this.capture, {
      accepted: (sessionPresent, connackAfter) => {
        const lost = sessionPresent ? [] : this.book.takeGranted();
        this.phases.end(connackAfter);
        this.retry.accepted();
        this.apply({ type: 'accepted', at: Date.now(), sessionPresent });
        // A broker that kept the session kept the subscriptions; after a new Connect they are the
        // user's to make.
        if (!fresh)
          for (const { filter, requestedQos } of lost) this.subscribeAgain(filter, requestedQos);
        fresh = false;
      },
      closed: (cause) => {
        if (!signal.aborted) this.failed(cause);
        else void this.capture.flush();
      },
      packetSent: (packet) => this.onPacket(this.book.sent(packet)),
      packetReceived: (packet) => {
        this.onPacket(this.book.received(packet));
        if (packet.cmd === 'publish') this.onMessage(packet.topic, packet.payload);
      },
    });
  }

  private subscribeAgain(filter: string, qos: Qos): void {
    // Whatever the answer: it is in the log and in the list of subscriptions.
    this.subscribe(filter, qos).catch(() => undefined);
  }

  private readLogin(): Login {
    try {
      return this.options.login(this.device.target);
    } catch (error) {
      throw new UnreadableSecretError(error);
    }
  }

  private failed(cause: Cause): void {
    this.phases.end();
    const held = this.state.status === 'connected' ? Date.now() - this.state.since : 0;
    const backOff = this.retry.after(cause, held, Date.now());
    const allowedAt = this.options.allowedAt();
    const rateLimited = backOff !== null && allowedAt > backOff;
    const retryAt = rateLimited ? allowedAt : backOff;
    this.apply({ type: 'failed', cause, retryAt, rateLimited });
    if (retryAt === null) this.repeats.stopAll();
    else this.retryAt(retryAt);
  }

  private retryAt(at: number): void {
    this.retryTimer = setTimeout(() => this.retryNow(), at - Date.now());
  }

  private apply(event: ConnectionEvent): void {
    this.state = next(this.state, event);
    this.capture.noteState(this.state);
    void this.capture.flush();
    this.tell();
    for (const look of this.lookers) look();
  }

  /** @param before as `PhaseClock.enter` takes it */
  private enterPhase(phase: ConnectPhase, before: number | null = null): void {
    this.phases.enter(phase, before);
    this.apply({ type: 'phase', phase });
  }

  private onPacket(listChanged: boolean): void {
    if (listChanged) this.tell();
    this.tellProgress();
  }

  private onMessage(topic: string, payload: string | Buffer): void {
    this.replies.received(topic, () => payload.toString());
    this.autoReplies?.received(topic, () => payload.toString());
  }

  private tell(): void {
    this.options.changed(this.info());
  }

  private clearRetryTimer(): void {
    if (this.retryTimer !== null) clearTimeout(this.retryTimer);
    this.retryTimer = null;
  }
}
