import { PLATFORM_LIMITS } from '../../../shared/alibaba/diagnosis/explain-packet.ts';
import { userName } from '../../../shared/alibaba/signature.ts';
import { fieldsOf } from '../../../shared/alibaba/thing-model.ts';
import { fieldsProblem, propertyProblem } from '../../../shared/alibaba/thing-value.ts';
import type { TopicOwner } from '../../../shared/alibaba/topics.ts';
import { topicProblem } from '../../../shared/mqtt/topic-filter.ts';
import { isObject, parseObject } from './alink.ts';
import { configMessage, logConfigMessage, remoteConfig } from './config.ts';
import { setDesired } from './desired.ts';
import { type PlatformLimits, RateWindows } from './limits.ts';
import { logCode } from './log.ts';
import { DEFAULT_MODULE, pushUpgrade } from './ota.ts';
import type { PendingCalls } from './pending-calls.ts';
import { PlatformError } from './platform-error.ts';
import type { Registry } from './registry.ts';
import type { ServiceContext } from './service.ts';
import { changeDesired, clearShadow, shadowTopic } from './shadow.ts';
import type { OtaTask } from './state.ts';

/** The longest an RRPC waits, in milliseconds (D-30527). Asynchronous calls are given as long. */
export const CALL_TIMEOUT = 8000;

/** The most bytes of a broadcast (D-30527). */
const BROADCAST_BYTES = 65_536;

/** What a call of the cloud came to. */
export type CallOutcome =
  | { readonly status: 'replied'; readonly payload: string; readonly code: number | null }
  | { readonly status: 'timeout' }
  | { readonly status: 'offline' };

/** An update to start. */
export interface OtaRequest {
  readonly version: string;
  readonly url: string;
  /** Bytes. */
  readonly size: number;
  /** Hex, by `signMethod`. */
  readonly sign: string;
  readonly signMethod: 'Md5' | 'SHA256';
  readonly module?: string;
}

/** What the cloud's side needs of the platform. */
export interface CloudRooms {
  readonly registry: Registry;
  readonly calls: PendingCalls;
  readonly limits: Pick<PlatformLimits, 'broadcastsPerMinute'>;
  contextOf(owner: TopicOwner): ServiceContext;
  /** True while a device is connected. */
  isOnline(owner: TopicOwner): boolean;
  /** True if a connected device asked for RRPC on custom topics (`ext` bit 0). */
  takesCustomRrpc(owner: TopicOwner): boolean;
  /** Sends to a connected device whether or not it has subscribed. */
  push(owner: TopicOwner, topic: string, payload: string): void;
  publish(topic: string, payload: string | Buffer, qos: 0 | 1): Promise<void>;
}

/**
 * The cloud's side: what an application does with a device through the platform. Calls throw a
 * PlatformError for what the platform's API refuses. Messages go at QoS 1, so that a device with a
 * session that is away gets them later; which QoS the platform takes is the caller's choice there.
 */
export class Cloud {
  private readonly rooms: CloudRooms;
  private readonly broadcasts = new RateWindows(60_000);
  private lastId = 0;

  constructor(rooms: CloudRooms) {
    this.rooms = rooms;
  }

  /** Sets properties; waits for `…/property/set_reply`. */
  async setProperty(
    owner: TopicOwner,
    values: Record<string, unknown>,
    timeout = CALL_TIMEOUT,
  ): Promise<CallOutcome> {
    this.checkValues(owner, values);
    return await this.request(owner, 'thing/service/property/set', values, timeout);
  }

  /** Sets desired values, and sends them to a device that is online. */
  async setDesired(
    owner: TopicOwner,
    values: Record<string, unknown>,
    timeout = CALL_TIMEOUT,
  ): Promise<CallOutcome> {
    this.checkValues(owner, values);
    setDesired(this.rooms.registry.record(owner), values);
    if (!this.rooms.isOnline(owner)) return { status: 'offline' };
    return await this.request(owner, 'thing/service/property/set', values, timeout);
  }

  /**
   * Calls a service: as an RRPC when its model says `sync` or the caller does, else on
   * `…/thing/service/${identifier}`, waiting for the reply.
   */
  async callService(
    owner: TopicOwner,
    identifier: string,
    inputs: Record<string, unknown>,
    { sync, timeout = CALL_TIMEOUT }: { readonly sync?: boolean; readonly timeout?: number } = {},
  ): Promise<CallOutcome> {
    const isSync = this.checkService(owner, identifier, inputs) ?? false;
    if (!(sync ?? isSync))
      return await this.request(owner, `thing/service/${identifier}`, inputs, timeout);
    const outcome = await this.rrpc(owner, this.envelope(`thing.service.${identifier}`, inputs), {
      timeout,
    });
    return withCode(outcome);
  }

  /**
   * Sends a message that the device answers within `timeout` (8 s at most). With `topic` it goes on
   * `/ext/rrpc/${messageId}${topic}`, for devices that asked for it with `ext=1`.
   */
  async rrpc(
    owner: TopicOwner,
    payload: string,
    { topic, timeout = CALL_TIMEOUT }: { readonly topic?: string; readonly timeout?: number } = {},
  ): Promise<CallOutcome> {
    const { calls, isOnline, takesCustomRrpc } = this.rooms;
    const { note, send } = this.rooms.contextOf(owner);
    if (!isOnline(owner) || (topic !== undefined && !takesCustomRrpc(owner))) {
      note(logCode.deviceOffline, 'RRPC: OFFLINE');
      return { status: 'offline' };
    }
    const id = this.nextId();
    const base = `/sys/${owner.productKey}/${owner.deviceName}/rrpc`;
    const request = topic === undefined ? `${base}/request/${id}` : `/ext/rrpc/${id}${topic}`;
    const response = topic === undefined ? `${base}/response/${id}` : request;
    const answer = calls.wait(
      replyKey(response, userName(owner.deviceName, owner.productKey)),
      Math.min(timeout, CALL_TIMEOUT),
    );
    send(request, payload);
    const bytes = await answer;
    if (bytes !== null) return { status: 'replied', payload: bytes.toString(), code: null };
    note(logCode.rrpcTimeout, 'RRPC: TIMEOUT');
    return { status: 'timeout' };
  }

  /** Sets a product's remote configuration and pushes it to one device; waits for its reply. */
  async pushConfig(
    owner: TopicOwner,
    config: { readonly content: string; readonly url?: string },
    timeout = CALL_TIMEOUT,
  ): Promise<CallOutcome> {
    const { registry } = this.rooms;
    const given = remoteConfig(config.content, config.url);
    registry.setProduct({ ...registry.product(owner.productKey), config: given });
    return await this.request(owner, 'thing/config/push', configMessage(given), timeout);
  }

  /** Switches a device's log upload and tells it. */
  async setLogMode(owner: TopicOwner, mode: 0 | 1): Promise<void> {
    this.rooms.registry.record(owner).logMode = mode;
    this.send(owner, 'thing/config/log/push', logConfigMessage(mode));
  }

  /** Changes desired values of the shadow and sends it. Throws with 405 or 408. */
  changeShadow(owner: TopicOwner, desired: Record<string, unknown>): void {
    const { record, now, send } = this.rooms.contextOf(owner);
    const outcome = changeDesired(record.shadow, desired, now);
    if (typeof outcome === 'number') throw new PlatformError(outcome, 'shadow', 'desired');
    send(shadowTopic(owner.productKey, owner.deviceName), outcome, 1);
  }

  /** Empties the shadow; the device is not told. */
  deleteShadow(owner: TopicOwner): void {
    clearShadow(this.rooms.registry.record(owner).shadow);
  }

  /** Starts an update: pushed now if the device is online, and each time it informs another version. */
  startOta(owner: TopicOwner, { module = DEFAULT_MODULE, ...request }: OtaRequest): OtaTask {
    const context = this.rooms.contextOf(owner);
    const { record } = context;
    if (record.firmware[module] === request.version)
      throw new PlatformError(logCode.badParameter, 'same-version', request.version);
    const task: OtaTask = { ...request, module, status: 'waiting', step: null };
    record.ota = task;
    if (this.rooms.isOnline(owner)) pushUpgrade(context, module);
    return { ...task };
  }

  /** Ends an update that its device has not finished. */
  cancelOta(owner: TopicOwner): void {
    this.rooms.registry.record(owner).ota = null;
  }

  /**
   * Sends a message on a topic that the device may subscribe to. Throws a PlatformError for any other
   * topic, with 9236, and for a payload over 256 KB, with 9320.
   */
  publish(owner: TopicOwner, topic: string, payload: string, qos: 0 | 1): void {
    const { registry, contextOf } = this.rooms;
    if (Buffer.byteLength(payload) > PLATFORM_LIMITS.payloadBytes)
      throw new PlatformError(logCode.badPayload, 'message-too-long', '256 KB');
    if (topicProblem(topic) !== null || !registry.permissionsOf(owner).maySubscribe(topic))
      throw new PlatformError(logCode.notAuthorised, 'not-subscribable', topic);
    contextOf(owner).send(topic, payload, qos);
  }

  /**
   * To every connected device of a product, subscribed or not; at most 64 KB, and once a minute: a
   * second one throws with 9324. Answers how many devices.
   */
  broadcast(productKey: string, payload: string): number {
    const { registry, limits, isOnline, push } = this.rooms;
    this.checkBroadcast(payload);
    const { broadcastsPerMinute: most } = limits;
    if (this.broadcasts.take(productKey, performance.now(), most).isOver)
      throw new PlatformError(logCode.throttled, 'broadcast-too-often', String(most));
    const id = this.nextId();
    const owners = registry
      .owners()
      .filter((owner) => owner.productKey === productKey && isOnline(owner));
    for (const owner of owners)
      push(owner, `/sys/${productKey}/${owner.deviceName}/broadcast/request/${id}`, payload);
    return owners.length;
  }

  /** To the devices of a product that subscribe to `/broadcast/${productKey}/${name}`, at QoS 0. */
  async broadcastTo(productKey: string, name: string, payload: string): Promise<void> {
    this.checkBroadcast(payload);
    await this.rooms.publish(`/broadcast/${productKey}/${name}`, payload, 0);
  }

  private checkBroadcast(payload: string): void {
    if (Buffer.byteLength(payload) > BROADCAST_BYTES)
      throw new PlatformError(logCode.badPayload, 'broadcast-too-long', '64 KB');
  }

  private checkValues({ productKey }: TopicOwner, values: Record<string, unknown>): void {
    const { thingModel } = this.rooms.registry.product(productKey);
    for (const [identifier, value] of Object.entries(values)) {
      const problem = propertyProblem(thingModel, identifier, value);
      if (problem) {
        const words = `${problem.message} -> ${identifier}`;
        throw new PlatformError(problem.code, 'not-of-model', words);
      }
      const property = thingModel?.properties.find((one) => one.identifier === identifier);
      if (property?.accessMode === 'r')
        throw new PlatformError(logCode.badParameter, 'read-only', identifier);
    }
  }

  /** True if the model has the service called synchronously; null without a model. */
  private checkService(
    { productKey }: TopicOwner,
    identifier: string,
    inputs: Record<string, unknown>,
  ): boolean | null {
    const { thingModel } = this.rooms.registry.product(productKey);
    if (thingModel === null) return null;
    const service = thingModel.services.find((one) => one.identifier === identifier);
    if (service === undefined) throw new PlatformError(5161, 'no-such-service', identifier);
    const problem = fieldsProblem(fieldsOf(service.inputData), inputs);
    if (problem) throw new PlatformError(problem.code, 'not-of-model', problem.message);
    return service.callType === 'sync';
  }

  private async request(
    owner: TopicOwner,
    path: string,
    params: unknown,
    timeout: number,
  ): Promise<CallOutcome> {
    const { calls, isOnline } = this.rooms;
    const wasOnline = isOnline(owner);
    const { id, topic } = this.send(owner, path, params);
    if (!wasOnline) return { status: 'offline' };
    const bytes = await calls.wait(replyKey(`${topic}_reply`, id), timeout);
    return bytes === null
      ? { status: 'timeout' }
      : withCode({ status: 'replied', payload: bytes.toString(), code: null });
  }

  private send(owner: TopicOwner, path: string, params: unknown) {
    const context = this.rooms.contextOf(owner);
    const topic = `/sys/${owner.productKey}/${owner.deviceName}/${path}`;
    const id = this.nextId();
    context.send(topic, this.envelope(path.replaceAll('/', '.'), params, id), 1);
    return { id, topic };
  }

  private envelope(method: string, params: unknown, id = this.nextId()): string {
    return JSON.stringify({ method, id, params, version: '1.0' });
  }

  /** Unique, rising, and within what an id may be. */
  private nextId(): string {
    this.lastId = Math.max(this.lastId + 1, Math.floor(Date.now() % 4_294_967_296));
    return String(this.lastId);
  }
}

/** Under which an answer is awaited: an Alink reply with its id, an RRPC with who is to answer. */
export const replyKey = (topic: string, of: string): string => `${topic} ${of}`;

/** The code in the answer of a device, if it is Alink. */
function withCode(outcome: CallOutcome): CallOutcome {
  if (outcome.status !== 'replied') return outcome;
  const object = parseObject(outcome.payload);
  const code = isObject(object) ? Number(object.code) : Number.NaN;
  return Number.isInteger(code) ? { ...outcome, code } : outcome;
}
