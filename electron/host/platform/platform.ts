import type { Duplex } from 'node:stream';
import { Aedes, type AuthenticateError, type Client } from 'aedes';
import { userName } from '../../../shared/alibaba/signature.ts';
import type { CustomTopic } from '../../../shared/alibaba/topics.ts';
import { PLATFORM_KEEP_ALIVE } from '../../../shared/contract/devices.ts';
import { answerAlink } from './alink.ts';
import { checkConnect, type FindDevice, type PlatformDevice } from './connect-check.ts';
import { type ListenerPorts, openListeners, type ServerCertificate } from './listeners.ts';
import { type Permissions, permissionsOf } from './permissions.ts';

export interface PlatformOptions {
  readonly findDevice: FindDevice;
  /** Topics that the user defined for the products. */
  readonly customTopics?: readonly CustomTopic[];
  /** TCP on any free port, if left out. */
  readonly ports?: ListenerPorts;
  /** Needed for `tls` and `wss`. */
  readonly certificate?: ServerCertificate;
}

/** The built-in IoT Platform, on loopback. */
export interface Platform {
  readonly ports: ListenerPorts;
  /** Sends a message as the cloud; at QoS 1 it is kept for a device with a session that is away. */
  publish(topic: string, payload: string | Buffer, qos: 0 | 1): Promise<void>;
  /** Ends every connection and frees the ports. */
  close(): Promise<void>;
}

/** Before the topic of a message for the platform; no device can subscribe below it. */
const UPSTREAM = '$upstream';

/** Where messages go that a device has no right to publish: nobody listens. */
const REFUSED = '$refused';

const refusal = (returnCode: number): AuthenticateError =>
  Object.assign(new Error(`refused with return code ${returnCode}`), { returnCode });

/** What a CONNECT has come to: the device with what it may do, or why not. */
type Login =
  | { readonly device: PlatformDevice; readonly permissions: Permissions }
  | { readonly returnCode: 2 | 3 | 4 | 5 };

async function createBroker(
  { findDevice, customTopics = [] }: PlatformOptions,
  isSecure: (stream: Duplex) => boolean,
): Promise<Aedes> {
  const logins = new WeakMap<Client, Login>();
  const loginOf = (client: Client | null) => {
    const login = client === null ? undefined : logins.get(client);
    return login !== undefined && 'device' in login ? login : undefined;
  };

  const broker = await Aedes.createBroker({
    // Client ids are set below, and longer than MQTT 3.1 allows.
    maxClientsIdLength: 65_535,

    preConnect(client, packet, done) {
      const { clientId, username, password, keepalive = 0 } = packet;
      const verdict = checkConnect(
        {
          clientId,
          username,
          password: password?.toString(),
          keepAlive: keepalive,
          secure: isSecure(client.conn),
        },
        findDevice,
      );
      if ('device' in verdict) {
        const { device } = verdict;
        const topics = [...customTopics, ...(device.topics ?? [])];
        logins.set(client, { device, permissions: permissionsOf(device, topics) });
        // The triple is the session's identity, whatever the client id: a second login of a device
        // takes over from the first, and finds the subscriptions of the last one.
        packet.clientId = userName(device.deviceName, device.productKey);
      } else {
        logins.set(client, verdict);
        // A name of its own, so that a refused client touches no session.
        packet.clientId = '';
      }
      packet.keepalive = Math.min(keepalive, PLATFORM_KEEP_ALIVE.max);
      // Wills are not supported (D-30540); that a CONNECT with one is accepted is our reading.
      delete packet.will;
      done(null, true);
    },

    authenticate(client, _username, _password, done) {
      const login = logins.get(client);
      if (login !== undefined && 'device' in login) done(null, true);
      else done(refusal(login?.returnCode ?? 5), null);
    },

    authorizeSubscribe(client, subscription, done) {
      const allowed = loginOf(client)?.permissions.maySubscribe(subscription.topic);
      done(null, allowed ? subscription : null);
    },

    // What becomes of the connection after a publish without permission is not documented: the
    // message is acknowledged and lost. Retained messages are not supported (D-30540).
    authorizePublish(client, packet, done) {
      const route = loginOf(client)?.permissions.routeOf(packet.topic) ?? 'refused';
      if (route === 'refused') packet.topic = REFUSED;
      if (route === 'platform') packet.topic = `${UPSTREAM}${packet.topic}`;
      packet.retain = false;
      done(null);
    },

    // Asked again at delivery: aedes remembers a SUBSCRIBE's refused filters beside the granted
    // ones, and would keep messages for them while the device is away.
    authorizeForward: (client, packet) =>
      loginOf(client)?.permissions.maySubscribe(packet.topic) ? packet : null,
  });

  // A QoS 1 message comes here after its PUBACK was written, so the reply follows that on the wire.
  // Replies are sent at QoS 0: none is documented, and one that nobody waits for is not kept.
  broker.on('publish', ({ topic, payload }, client) => {
    const login = loginOf(client);
    if (login === undefined || !topic.startsWith(UPSTREAM)) return;
    const reply = answerAlink(topic.slice(UPSTREAM.length), payload.toString(), login.device);
    // Fails only while the broker closes, when nobody is left to tell.
    if (reply !== null) publish(broker, reply.topic, reply.payload, 0).catch(() => {});
  });
  return broker;
}

function publish(
  broker: Aedes,
  topic: string,
  payload: string | Buffer,
  qos: 0 | 1,
): Promise<void> {
  return new Promise((resolve, reject) => {
    broker.publish({ cmd: 'publish', topic, payload, qos, dup: false, retain: false }, (error) =>
      error ? reject(error) : resolve(),
    );
  });
}

/**
 * Starts the local platform. Rejects when a port is taken. Its first form: logins, topic
 * permissions, sessions and replies to properties and events. Limits of rate, size and number are not
 * held, and QoS 2 is handled as MQTT says: what the platform does with it is not documented. A CONNACK
 * says that a session is present when it has subscriptions, which is all that is worth keeping.
 */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const secure = new WeakSet<Duplex>();
  const broker = await createBroker(options, (stream) => secure.has(stream));
  const closeBroker = () => new Promise<void>((resolve) => broker.close(resolve));
  try {
    const listeners = await openListeners({
      ports: options.ports ?? { tcp: 0 },
      certificate: options.certificate,
      onConnection(stream, isSecure) {
        if (isSecure) secure.add(stream);
        broker.handle(stream);
      },
    });
    return {
      ports: listeners.ports,
      async close() {
        await listeners.close();
        await closeBroker();
      },
      publish: (topic, payload, qos) => publish(broker, topic, payload, qos),
    };
  } catch (error) {
    await closeBroker();
    throw error;
  }
}
