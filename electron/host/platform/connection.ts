import type { Duplex } from 'node:stream';
import type { MisbehaviourSettings } from '../../../shared/alibaba/misbehaviour.ts';
import { Line, type LineWatcher } from './line.ts';
import type { DeviceLogin } from './login.ts';
import { Misbehaviour } from './misbehaviour.ts';
import { SubscriptionGate, type SubscriptionRules } from './subscription-gate.ts';
import {
  asDuplicate,
  messageIdOf,
  packetType,
  publishIdOf,
  readSubscribe,
  typeOf,
  writePublish,
} from './wire.ts';

/** Why a device went offline, in the words of the platform's log. */
export type OfflineReason =
  | 'Kicked by the same device'
  | 'Connection reset by peer'
  | 'Connection occurs exception'
  | 'Device disconnect'
  | 'Keepalive timeout'
  | 'Device disabled'
  | 'Device deleted'
  | 'Cut on demand';

/**
 * One connection of a client, between its stream and the broker: holds it back until its login is
 * judged, judges its subscriptions, withholds acknowledgements and misbehaves as told.
 */
export class Connection implements LineWatcher {
  readonly line: Line;
  readonly secure: boolean;
  /** Set once the device may connect. */
  login: DeviceLogin | null = null;
  /** When the session began, in milliseconds since the epoch. */
  since = 0;
  /** Why the connection ends, as far as it is known. */
  offlineReason: OfflineReason = 'Connection reset by peer';
  private readonly faults: Misbehaviour;
  private readonly withheld = new Set<number>();
  /** Messages of the session that the device has not acknowledged, by packet identifier. */
  private unacknowledged = new Set<number>();
  private gate: SubscriptionGate | null = null;
  private phase: 'fresh' | 'connect' | 'session' | 'broken' = 'fresh';

  constructor(stream: Duplex, secure: boolean) {
    this.secure = secure;
    this.line = new Line(stream, this);
    this.faults = new Misbehaviour(this.line);
    stream.once('close', () => this.faults.stop());
  }

  /**
   * The device may connect; subscriptions follow these rules.
   *
   * @param unacknowledged messages of its session that were sent before
   */
  admit(
    login: DeviceLogin,
    rules: SubscriptionRules,
    settings: MisbehaviourSettings,
    unacknowledged: Set<number>,
  ): void {
    this.login = login;
    this.gate = new SubscriptionGate(rules);
    this.unacknowledged = unacknowledged;
    this.faults.set(settings);
  }

  /** The broker has answered the CONNECT: everything the device sent meanwhile goes on. */
  begin(): void {
    this.phase = 'session';
    this.faults.beginSession();
    this.line.release();
  }

  /** A connection that was silent is dead: bytes of it are lost, so it ends when it may speak again. */
  misbehave(settings: MisbehaviourSettings): void {
    const wasSilent = this.faults.settings.silent;
    this.faults.set(settings);
    if (wasSilent && !settings.silent) this.cut();
  }

  cut(reason: OfflineReason = 'Cut on demand'): void {
    this.offlineReason = reason;
    this.line.cut();
  }

  /** Sends a message at QoS 0 whether or not the device has subscribed to it. */
  push(topic: string, payload: string | Buffer): void {
    this.faults.toDevice(writePublish(topic, payload));
  }

  /** The acknowledgement of this message is not sent. */
  withhold(messageId: number): void {
    this.withheld.add(messageId);
  }

  receives(topic: string, now: number): boolean {
    return this.gate?.receives(topic, now) ?? false;
  }

  restoreFilter(filter: string): boolean {
    return this.gate?.restore(filter) ?? false;
  }

  removeFilters(filters: readonly string[]): void {
    this.gate?.remove(filters);
  }

  get filters(): readonly string[] {
    return this.gate?.list() ?? [];
  }

  fromDevice(piece: Buffer, begins: boolean, ends: boolean): void {
    if (this.faults.settings.silent) return;
    if (this.phase === 'fresh')
      this.phase = typeOf(piece) === packetType.connect ? 'connect' : 'broken';
    if (begins && typeOf(piece) === packetType.disconnect) this.offlineReason = 'Device disconnect';
    this.passOn(piece, begins && ends);
    if (!ends) return;
    if (this.phase === 'connect') this.line.hold();
    this.faults.count();
  }

  toDevice(packet: Buffer): void {
    const type = typeOf(packet);
    const isAck = type === packetType.puback || type === packetType.pubrec;
    if (isAck && this.withheld.delete(messageIdOf(packet))) return;
    if (type === packetType.publish) this.faults.toDevice(this.markRedelivery(packet));
    else if (type !== packetType.suback || this.gate === null) this.faults.toDevice(packet);
    else {
      this.faults.toDevice(this.gate.complete(packet));
      this.line.release();
    }
  }

  /** The device has acknowledged a message. */
  acknowledged(messageId: number): void {
    this.unacknowledged.delete(messageId);
  }

  staysOpen(): boolean {
    return this.faults.settings.silent;
  }

  /**
   * Messages that are sent before the session begins were kept for it; those that an earlier
   * connection has carried already get their DUP flag [MQTT-3.3.1-1].
   */
  private markRedelivery(packet: Buffer): Buffer {
    const messageId = publishIdOf(packet);
    if (messageId === null) return packet;
    if (this.phase !== 'session' && this.unacknowledged.has(messageId)) return asDuplicate(packet);
    this.unacknowledged.add(messageId);
    return packet;
  }

  private passOn(piece: Buffer, isWhole: boolean): void {
    const subscribes = isWhole && typeOf(piece) === packetType.subscribe && this.gate !== null;
    const request = subscribes ? readSubscribe(piece) : null;
    const verdict = request === null ? null : this.gate?.judge(request, Date.now());
    if (!verdict) this.line.receive(piece);
    else if ('toDevice' in verdict) this.faults.toDevice(verdict.toDevice);
    else {
      // The broker takes packets of one chunk side by side: what follows waits for the SUBACK, or
      // the reply to a message sent right after would come before the subscription stands.
      this.line.receive(verdict.toBroker);
      this.line.hold();
    }
  }
}
