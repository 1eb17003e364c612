import type { Duplex } from 'node:stream';
import {
  Aedes,
  type AuthenticateError,
  type Client,
  type ConnectPacket,
  type PublishPacket,
} from 'aedes';
import type { MisbehaviourSettings } from '../../../shared/alibaba/misbehaviour.ts';
import { userName } from '../../../shared/alibaba/signature.ts';
import type { TopicOwner } from '../../../shared/alibaba/topics.ts';
import { PLATFORM_KEEP_ALIVE } from '../../../shared/contract/devices.ts';
import type { ConnectRequest } from './connect-check.ts';
import { Connection } from './connection.ts';
import { type PlatformLimits, RateWindows } from './limits.ts';
import { logCode, type PlatformLog } from './log.ts';
import { judgeLogin, type Login } from './login.ts';
import { PublishGate } from './publish-gate.ts';
import type { Registry } from './registry.ts';

export interface BrokerOptions {
  readonly registry: Registry;
  readonly log: PlatformLog;
  readonly limits: PlatformLimits;
  misbehaviourOf(owner: TopicOwner): MisbehaviourSettings;
  /** A message of a device that it may publish, after its PUBACK was written. */
  onMessage(owner: TopicOwner, topic: string, payload: Buffer, qos: 0 | 1): void;
  /** A device has come or gone. */
  onPresence(owner: TopicOwner): void;
}

/** Before the topic of a message for the platform; no device can subscribe below it. */
const UPSTREAM = '$upstream';

/** Where messages go that are not taken: nobody listens. */
const REFUSED = '$refused';

const refusal = (returnCode: number): AuthenticateError =>
  Object.assign(new Error(`refused with return code ${returnCode}`), { returnCode });

const keyOf = ({ productKey, deviceName }: TopicOwner): string => userName(deviceName, productKey);

/** Bit 1 of `ext`: the device wants to be told before it is kicked. */
const EXT_NOTIFY = 2;

const KICK = JSON.stringify({ title: 'kick', content: 'Kicked by the same device' });

/** Sessions and delivery, by aedes; who may do what is decided here. */
export class PlatformBroker {
  private readonly options: BrokerOptions;
  private readonly aedes: Aedes;
  private readonly connections = new WeakMap<Client, Connection>();
  private readonly logins = new WeakMap<Client, Login>();
  private readonly open = new Set<Connection>();
  private readonly online = new Map<string, Connection>();
  /** Of each device's session, by packet identifier. */
  private readonly unacknowledged = new Map<string, Set<number>>();
  private readonly connects = new RateWindows(60_000);
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly publishGate: PublishGate;

  private constructor(options: BrokerOptions) {
    this.options = options;
    this.publishGate = new PublishGate(options);
    this.aedes = this.createAedes();
    this.watch();
  }

  static async start(options: BrokerOptions): Promise<PlatformBroker> {
    const broker = new PlatformBroker(options);
    await broker.aedes.listen();
    return broker;
  }

  /** Takes a client; `secure` when it came over TLS. */
  accept(stream: Duplex, secure: boolean): void {
    const connection = new Connection(stream, secure);
    this.open.add(connection);
    stream.once('close', () => this.open.delete(connection));
    connection.line.once('close', () => this.guard(connection, () => this.leave(connection)));
    this.connections.set(this.aedes.handle(connection.line), connection);
  }

  connectionOf(owner: TopicOwner): Connection | null {
    return this.online.get(keyOf(owner)) ?? null;
  }

  /** Every connection that a device has open, also those that were given up and left half-open. */
  connectionsOf(owner: TopicOwner): readonly Connection[] {
    return [...this.open].filter(({ login }) => login && keyOf(login.owner) === keyOf(owner));
  }

  /** Delivers to whoever subscribes; at QoS 1 also to sessions that are away. */
  publish(topic: string, payload: string | Buffer, qos: 0 | 1): Promise<void> {
    const packet = { cmd: 'publish', topic, payload, qos, dup: false, retain: false } as const;
    return new Promise((resolve, reject) => {
      this.aedes.publish(packet, (error) => (error ? reject(error) : resolve()));
    });
  }

  close(): Promise<void> {
    for (const timer of this.timers) clearTimeout(timer);
    return new Promise((resolve) => this.aedes.close(resolve));
  }

  private createAedes(): Aedes {
    return new Aedes({
      // Client ids are set below, and longer than MQTT 3.1 allows.
      maxClientsIdLength: 65_535,

      preConnect: (client, packet, done) => {
        const error = this.guard(this.connections.get(client), () => this.prepare(client, packet));
        done(error, error === null);
      },

      authenticate: (client, _username, _password, done) => {
        const login = this.logins.get(client);
        if (login === undefined || login.kind === 'refused') {
          done(refusal(login?.returnCode ?? 5), null);
          return;
        }
        const connection = this.connections.get(client);
        const error = this.guard(connection, () => this.enter(connection));
        if (error === null) done(null, true);
        else done(refusal(3), null);
      },

      // Filters of a SUBSCRIBE were judged before they came here; those of a session that is taken
      // up again are asked about: a topic may have been taken from the product since.
      authorizeSubscribe: (client, subscription, done) => {
        const connection = this.connections.get(client);
        let allowed = false;
        const error = this.guard(connection, () => {
          allowed = connection?.restoreFilter(subscription.topic) ?? false;
        });
        done(error, allowed ? subscription : null);
      },

      authorizePublish: (client, packet, done) => {
        const connection = client === null ? undefined : this.connections.get(client);
        done(this.guard(connection, () => this.routePublish(connection, packet)));
      },

      // QoS 2 is not supported: such a message is delivered at 1.
      authorizeForward: (client, packet) =>
        this.connections.get(client)?.receives(packet.topic, Date.now())
          ? Object.assign(packet, { qos: Math.min(packet.qos, 1) })
          : null,
    });
  }

  private watch(): void {
    this.aedes.on('publish', ({ topic, payload, qos }, client) => {
      if (client === null) return;
      const login = this.logins.get(client);
      if (login?.kind !== 'device' || !topic.startsWith(UPSTREAM)) return;
      this.guard(this.connections.get(client), () =>
        this.options.onMessage(
          login.owner,
          topic.slice(UPSTREAM.length),
          Buffer.from(payload),
          qos === 0 ? 0 : 1,
        ),
      );
    });
    this.aedes.on('unsubscribe', (filters, client) => {
      if (!client.closed) this.connections.get(client)?.removeFilters(filters);
    });
    this.aedes.on('ack', (packet, client) => {
      // aedes tells of acknowledgements without a message too.
      const messageId = packet?.messageId;
      if (messageId !== undefined) this.connections.get(client)?.acknowledged(messageId);
    });
    this.aedes.on('clientReady', (client) => this.begin(client));
    this.aedes.on('keepaliveTimeout', (client) => {
      const connection = this.connections.get(client);
      if (connection) connection.offlineReason = 'Keepalive timeout';
    });
    this.aedes.on('clientError', (client) => {
      const connection = this.connections.get(client);
      if (connection?.offlineReason === 'Connection reset by peer')
        connection.offlineReason = 'Connection occurs exception';
    });
  }

  /** Judges a CONNECT and makes it one that aedes takes as the platform would. */
  private prepare(client: Client, packet: ConnectPacket): void {
    const { clientId, username, password, keepalive = 0 } = packet;
    const secure = this.connections.get(client)?.secure ?? false;
    const login = this.judge(
      { clientId, username, password: password?.toString(), keepAlive: keepalive, secure },
      client,
      packet.clean === true,
    );
    this.logins.set(client, login);
    // The triple is the session's identity, whatever the client id: a second login of a device
    // takes over from the first, and finds the subscriptions of the last one. Others get a name
    // of their own, so that they touch no session.
    packet.clientId = login.kind === 'device' ? keyOf(login.owner) : '';
    if (login.kind !== 'device') packet.clean = true;
    packet.keepalive = Math.min(keepalive, PLATFORM_KEEP_ALIVE.max);
    // Wills are not supported (D-30540); that a CONNECT with one is accepted is our reading.
    delete packet.will;
  }

  /**
   * An error in serving one client is a line in the log, and costs it its connection at most: the
   * platform lives in the same process as everything else.
   */
  private guard(connection: Connection | undefined, action: () => void): Error | null {
    try {
      action();
      return null;
    } catch (cause) {
      const error = cause instanceof Error ? cause : new Error(String(cause));
      const owner = connection?.login?.owner ?? { productKey: '', deviceName: '' };
      this.options.log.add(owner, 'none', logCode.internal, `internal error: ${error.message}`);
      return error;
    }
  }

  /** Judges a CONNECT, and prepares the connection of one that is let in. */
  private judge(request: ConnectRequest, client: Client, clean: boolean): Login {
    const { registry, log, limits, misbehaviourOf } = this.options;
    const login = this.limitConnects(judgeLogin(request, registry));
    if (login.kind === 'refused') {
      log.add(login.owner, 'up', login.returnCode, `CONNECT refused: ${login.reason}`);
    } else if (login.kind === 'device') {
      const { owner } = login;
      registry.refresh(owner);
      this.kick(owner);
      const rules = {
        limits,
        maySubscribe: (filter: string) => registry.permissionsOf(owner).maySubscribe(filter),
        refusesAll: () => misbehaviourOf(owner).refuseSubscriptions,
        onRefused: (filter: string, reason: string) =>
          log.add(owner, 'up', logCode.notAuthorised, `SUBSCRIBE ${filter} refused: ${reason}`),
      };
      const sent = this.unacknowledged.get(keyOf(owner));
      const unacknowledged = clean || sent === undefined ? new Set<number>() : sent;
      this.unacknowledged.set(keyOf(owner), unacknowledged);
      this.connections.get(client)?.admit(login, rules, misbehaviourOf(owner), unacknowledged);
    }
    return login;
  }

  /** Logins that are refused for another reason are not counted: which are is not documented. */
  private limitConnects(login: Login): Login {
    if (login.kind !== 'device') return login;
    const { connectsPerMinute } = this.options.limits;
    const key = keyOf(login.owner);
    if (!this.connects.take(key, performance.now(), connectsPerMinute).isOver) return login;
    const reason = `more than ${connectsPerMinute} connects in a minute`;
    return { kind: 'refused', returnCode: 3, owner: login.owner, reason };
  }

  /** The connection there is of a device whose triple logs in again; aedes closes it. */
  private kick(owner: TopicOwner): void {
    const earlier = this.connectionOf(owner);
    if (earlier === null) return;
    if (((earlier.login?.ext ?? 0) & EXT_NOTIFY) !== 0) earlier.push('/ext/notify', KICK);
    earlier.offlineReason = 'Kicked by the same device';
    this.leave(earlier);
  }

  private routePublish(connection: Connection | undefined, packet: PublishPacket): void {
    const owner = connection?.login?.owner;
    const verdict = owner ? this.publishGate.judge(owner, packet) : 'refused';
    if (verdict === 'lost' && packet.messageId !== undefined)
      connection?.withhold(packet.messageId);
    packet.topic = verdict === 'taken' ? `${UPSTREAM}${packet.topic}` : REFUSED;
    // Retained messages are not supported (D-30540).
    packet.retain = false;
  }

  private begin(client: Client): void {
    const connection = this.connections.get(client);
    const login = this.logins.get(client);
    if (connection === undefined || login === undefined) return;
    connection.begin();
    if (login.kind !== 'registration') return;
    this.options.log.add(login.owner, 'up', logCode.ok, 'dynamic registration');
    connection.push(login.topic, login.payload);
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      connection.cut();
    }, this.options.limits.registrationTime);
    this.timers.add(timer);
  }

  /** A device is online before its CONNACK, so that it is when it hears that it is. */
  private enter(connection: Connection | undefined): void {
    const owner = connection?.login?.owner;
    if (connection === undefined || owner === undefined) return;
    connection.since = Date.now();
    this.online.set(keyOf(owner), connection);
    this.options.registry.record(owner).activated = true;
    this.options.log.add(owner, 'none', logCode.ok, 'online');
    this.options.onPresence(owner);
  }

  private leave(connection: Connection): void {
    const owner = connection.login?.owner;
    if (owner === undefined || this.online.get(keyOf(owner)) !== connection) return;
    this.online.delete(keyOf(owner));
    this.options.log.add(owner, 'none', logCode.offline, `offline: ${connection.offlineReason}`);
    this.options.onPresence(owner);
  }
}
