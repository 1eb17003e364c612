import {
  type MisbehaviourSettings,
  misbehaviourSchema,
  wellBehaved,
} from '../../../shared/alibaba/misbehaviour.ts';
import { userName } from '../../../shared/alibaba/signature.ts';
import type { CustomTopic, TopicOwner } from '../../../shared/alibaba/topics.ts';
import { parseObject } from './alink.ts';
import { PlatformBroker } from './broker.ts';
import { Cloud, replyKey } from './cloud.ts';
import type { FindDevice, PlatformDevice } from './connect-check.ts';
import type { OfflineReason } from './connection.ts';
import { Downlink } from './downlink.ts';
import { type PlatformLimits, platformLimits } from './limits.ts';
import { type ListenerPorts, openListeners, type ServerCertificate } from './listeners.ts';
import { type LogEntry, logCode, PlatformLog } from './log.ts';
import { PendingCalls } from './pending-calls.ts';
import { Registry } from './registry.ts';
import type { ServiceContext } from './service.ts';
import type { DeviceRecord, PlatformState, Product, ProductDefinition } from './state.ts';
import { handleUpstream } from './upstream.ts';

export interface PlatformOptions {
  readonly findDevice: FindDevice;
  /** Topics that the user defined for every product. */
  readonly customTopics?: readonly CustomTopic[];
  readonly products?: readonly ProductDefinition[];
  /** What an earlier platform kept (`snapshot`). Throws a ZodError. */
  readonly state?: PlatformState;
  /** The documented limits, unless told otherwise. */
  readonly limits?: Partial<PlatformLimits>;
  /** TCP on any free port, if left out. */
  readonly ports?: ListenerPorts;
  /** Needed for `tls` and `wss`. */
  readonly certificate?: ServerCertificate;
}

/** What the platform knows of a device now. */
export interface DeviceState extends Omit<DeviceRecord, 'tokens'> {
  readonly online: boolean;
  /** When it came online, in milliseconds since the epoch; null while it is offline. */
  readonly since: number | null;
  /** Filters of its connection. */
  readonly subscriptions: readonly string[];
  readonly misbehaviour: MisbehaviourSettings;
}

/** The built-in IoT Platform, on loopback. */
export interface Platform {
  readonly ports: ListenerPorts;
  /** What an application does through the platform. */
  readonly cloud: Cloud;
  /** Sends a message as the cloud; at QoS 1 it is kept for a device with a session that is away. */
  publish(topic: string, payload: string | Buffer, qos: 0 | 1): Promise<void>;

  products(): readonly Product[];
  /** A product; one that was never defined has neither model, topics nor secret. */
  product(productKey: string): Product;
  /** Defines a product or defines it anew, with effect on connected devices. Throws a ZodError. */
  setProduct(definition: ProductDefinition): Product;
  /** Makes a device on the platform, besides those of `findDevice`. */
  register(device: PlatformDevice): void;
  /** Defines the custom topics of one device, beside those of its product. */
  setTopics(owner: TopicOwner, topics: readonly CustomTopic[]): void;
  /** Cuts a device's connection and forgets all that is known of it, its misbehaviour too. */
  remove(owner: TopicOwner): void;
  /** True if a message on the topic would come to the device now. */
  reaches(owner: TopicOwner, topic: string): boolean;
  /** A disabled device is cut and may not connect. */
  setDisabled(owner: TopicOwner, disabled: boolean): void;

  /** Devices that have connected or were otherwise dealt with. */
  devices(): readonly TopicOwner[];
  deviceState(productKey: string, deviceName: string): DeviceState;
  /** Calls when a device has come, gone or said something; answers how to stop. */
  onDevice(listener: (owner: TopicOwner) => void): () => void;

  /** The last lines of the log, the oldest first. */
  log(): readonly LogEntry[];
  onLog(listener: (entry: LogEntry) => void): () => void;

  /** Misbehaves towards a device, over what is set already. Throws a ZodError. */
  misbehave(owner: TopicOwner, settings: Partial<MisbehaviourSettings>): MisbehaviourSettings;
  /** Behaves again; a connection that had gone silent is closed. */
  behave(owner: TopicOwner): void;
  /** Cuts a device's connection now; false if there is none. */
  cut(owner: TopicOwner): boolean;

  /** Everything but sessions, as plain JSON. Contains secrets. */
  snapshot(): PlatformState;
  /** Takes a snapshot's place, with effect on the next logins. Throws a ZodError. */
  restore(state: unknown): void;
  /** Ends every connection and frees the ports. */
  close(): Promise<void>;
}

const keyOf = ({ productKey, deviceName }: TopicOwner): string => userName(deviceName, productKey);

/**
 * Starts the local platform. Rejects when a port is taken. It behaves as the sources say; where they
 * are silent, the reading chosen stands where it is applied. A CONNACK says that a session is present
 * when it has subscriptions, which is all that is worth keeping.
 */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const limits = { ...platformLimits, ...options.limits };
  const log = new PlatformLog();
  const calls = new PendingCalls();
  const registry = new Registry({
    findDevice: options.findDevice,
    customTopics: options.customTopics ?? [],
    limits,
  });
  if (options.state !== undefined) registry.restore(options.state);
  for (const product of options.products ?? []) registry.setProduct(product);

  const misbehaviours = new Map<string, MisbehaviourSettings>();
  const misbehaviourOf = (owner: TopicOwner) => misbehaviours.get(keyOf(owner)) ?? wellBehaved;
  const deviceListeners = new Set<(owner: TopicOwner) => void>();
  const tellOf = (owner: TopicOwner) => {
    for (const listener of deviceListeners) listener(owner);
  };

  const broker = await PlatformBroker.start({
    registry,
    log,
    limits,
    misbehaviourOf,
    onPresence: tellOf,
    onMessage,
  });

  const downlink = new Downlink({ broker, registry, log, limits });

  function contextOf(owner: TopicOwner): ServiceContext {
    return {
      owner,
      product: registry.product(owner.productKey),
      record: registry.record(owner),
      now: Date.now(),
      note: (code, message) => log.add(owner, 'up', code, message),
      send: (topic, payload, qos = 0) => downlink.send(owner, topic, payload, qos),
    };
  }

  /** Answers to calls of the cloud are handed to whoever waits; all else goes to its service. */
  function onMessage(owner: TopicOwner, topic: string, payload: Buffer, qos: 0 | 1): void {
    log.add(owner, 'up', logCode.ok, topic);
    const route = registry.permissionsOf(owner).routeOf(topic);
    if (route === 'subscribers') {
      broker.publish(topic, payload, qos).catch(() => {});
    } else if (topic.includes('/rrpc/')) {
      if (!calls.settle(replyKey(topic, keyOf(owner)), payload))
        log.add(owner, 'up', logCode.rrpcResponse, topic);
    } else if (topic.endsWith('_reply')) {
      calls.settle(replyKey(topic, String(parseObject(payload)?.id ?? '')), payload);
    } else {
      handleUpstream(topic, payload, contextOf(owner), misbehaviourOf(owner).alinkCode);
    }
    tellOf(owner);
  }

  function setMisbehaviour(owner: TopicOwner, settings: MisbehaviourSettings) {
    misbehaviours.set(keyOf(owner), settings);
    for (const connection of broker.connectionsOf(owner)) connection.misbehave(settings);
    tellOf(owner);
    return settings;
  }

  const cloud = new Cloud({
    registry,
    calls,
    limits,
    contextOf,
    isOnline: (owner) => broker.connectionOf(owner) !== null,
    takesCustomRrpc: (owner) => ((broker.connectionOf(owner)?.login?.ext ?? 0) & 1) !== 0,
    push: (owner, topic, payload) => downlink.push(owner, topic, payload),
    publish: (topic, payload, qos) => broker.publish(topic, payload, qos),
  });

  const reaches = (owner: TopicOwner, topic: string): boolean => {
    const connection = broker.connectionOf(owner);
    if (connection === null) return false;
    const comesUnasked =
      connection.login?.autoSubscribed === true && registry.permissionsOf(owner).isOwn(topic);
    return comesUnasked || connection.receives(topic, Date.now());
  };

  const cut = (owner: TopicOwner, reason?: OfflineReason): boolean => {
    const connection = broker.connectionOf(owner);
    connection?.cut(reason);
    return connection !== null;
  };

  try {
    const listeners = await openListeners({
      ports: options.ports ?? { tcp: 0 },
      certificate: options.certificate,
      onConnection: (stream, secure) => broker.accept(stream, secure),
    });
    return {
      ports: listeners.ports,
      cloud,
      publish: (topic, payload, qos) => broker.publish(topic, payload, qos),
      products: () => registry.products,
      product: (productKey) => registry.product(productKey),
      setProduct: (definition) => registry.setProduct(definition),
      register: (device) => registry.register(device),
      setTopics(owner, topics) {
        registry.setTopics(owner, topics);
        tellOf(owner);
      },
      remove(owner) {
        cut(owner, 'Device deleted');
        misbehaviours.delete(keyOf(owner));
        registry.remove(owner);
      },
      reaches,
      setDisabled(owner, disabled) {
        registry.record(owner).disabled = disabled;
        if (disabled) cut(owner, 'Device disabled');
        tellOf(owner);
      },
      devices: () => registry.owners(),
      deviceState(productKey, deviceName) {
        const owner = { productKey, deviceName };
        const { tokens: _tokens, ...record } = structuredClone(registry.record(owner));
        const connection = broker.connectionOf(owner);
        return {
          ...record,
          online: connection !== null,
          since: connection?.since ?? null,
          subscriptions: connection?.filters ?? [],
          misbehaviour: misbehaviourOf(owner),
        };
      },
      onDevice(listener) {
        deviceListeners.add(listener);
        return () => deviceListeners.delete(listener);
      },
      log: () => log.entries,
      onLog: (listener) => log.listen(listener),
      misbehave: (owner, settings) =>
        setMisbehaviour(owner, misbehaviourSchema.parse({ ...misbehaviourOf(owner), ...settings })),
      behave: (owner) => void setMisbehaviour(owner, wellBehaved),
      cut: (owner) => cut(owner),
      snapshot: () => registry.snapshot(),
      restore: (state) => registry.restore(state),
      async close() {
        calls.close();
        await listeners.close();
        await broker.close();
      },
    };
  } catch (error) {
    await broker.close();
    throw error;
  }
}
