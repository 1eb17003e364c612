import {
  createServer as createHttpServer,
  type Server as HttpServer,
  type RequestListener,
} from 'node:http';
import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https';
import { createServer as createTcpServer, type Server, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { createServer as createTlsServer } from 'node:tls';
import { createWebSocketStream, WebSocketServer } from 'ws';
import { LOCAL_HOST } from '../../../shared/alibaba/endpoints.ts';

/**
 * Ports by transport: to ask for, where 0 takes any free one, and as they were given. TCP is always
 * served, the others where they are named.
 */
export interface ListenerPorts {
  readonly tcp: number;
  readonly tls?: number;
  readonly ws?: number;
  readonly wss?: number;
}

/** What a TLS server shows, as PEM. */
export interface ServerCertificate {
  readonly key: string;
  readonly cert: string;
}

export interface ListenerOptions {
  readonly ports: ListenerPorts;
  /** Needed for `tls` and `wss`. */
  readonly certificate?: ServerCertificate | undefined;
  /** A client is there; `secure` when it came over TLS. Its stream carries MQTT alone. */
  readonly onConnection: (stream: Duplex, secure: boolean) => void;
}

export interface Listeners {
  readonly ports: ListenerPorts;
  /** Takes no more connections, ends those there are and frees the ports. */
  close(): Promise<void>;
}

/** Of the platform's versions 1.0 to 1.2 those that are still safe; that it has 1.3 is our reading. */
const TLS_MIN = 'TLSv1.2';

/** MQTT 3.1.1 §6 and, for MQTT 3.1, what clients of its time send. */
const SUBPROTOCOLS = ['mqtt', 'mqttv3.1'];

const refuseRequest: RequestListener = (_request, response) => {
  response.writeHead(426, { Connection: 'close', Upgrade: 'websocket' }).end();
};

/**
 * Neither path nor subprotocol are documented: every path is taken, and a client that offers no
 * subprotocol too.
 */
function serveWebSockets<S extends HttpServer | HttpsServer>(
  server: S,
  onStream: (stream: Duplex) => void,
): S {
  const sockets = new WebSocketServer({
    noServer: true,
    handleProtocols: (offered) => SUBPROTOCOLS.find((name) => offered.has(name)) ?? false,
  });
  server.on('upgrade', (request, connection, head) => {
    sockets.handleUpgrade(request, connection, head, (socket) => {
      const stream = createWebSocketStream(socket);
      // Text is no MQTT [MQTT-6.0.0-1]; ended before the stream takes it.
      socket.prependListener('message', (_data, isBinary) => {
        if (!isBinary) stream.destroy();
      });
      onStream(stream);
    });
  });
  return server;
}

/** Not yet listening. */
function createListener(
  transport: keyof ListenerPorts,
  { certificate, onConnection }: ListenerOptions,
): Server {
  const inClear = (stream: Duplex) => onConnection(stream, false);
  const encrypted = (stream: Duplex) => onConnection(stream, true);
  if (transport === 'tcp') return createTcpServer(inClear);
  if (transport === 'ws') return serveWebSockets(createHttpServer(refuseRequest), inClear);
  if (certificate === undefined) throw new Error(`${transport} needs a certificate`);
  const tls = { ...certificate, minVersion: TLS_MIN } as const;
  return transport === 'tls'
    ? createTlsServer(tls, encrypted)
    : serveWebSockets(createHttpsServer(tls, refuseRequest), encrypted);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOCAL_HOST, () => {
      server.off('error', reject);
      // A connection that could not be taken, for want of descriptors: the next one may be.
      server.on('error', () => {});
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/**
 * Listens on loopback for each transport that has a port. Rejects when one of the ports is taken, and
 * then listens on none.
 */
export async function openListeners(options: ListenerOptions): Promise<Listeners> {
  const servers: Server[] = [];
  const connections = new Set<Socket>();

  const open = async (transport: keyof ListenerPorts, port: number): Promise<number> => {
    const server = createListener(transport, options);
    // Below TLS and HTTP: a client that never gets through them is ended too.
    server.on('connection', (socket: Socket) => {
      connections.add(socket);
      socket.once('close', () => connections.delete(socket));
    });
    servers.push(server);
    return await listen(server, port);
  };

  const close = async (): Promise<void> => {
    const closed = servers
      .filter((server) => server.listening)
      .map((server) => new Promise<void>((resolve) => server.close(() => resolve())));
    for (const socket of connections) socket.destroy();
    await Promise.all(closed);
  };

  const { tcp, tls, ws, wss } = options.ports;
  try {
    return {
      ports: {
        tcp: await open('tcp', tcp),
        ...(tls !== undefined && { tls: await open('tls', tls) }),
        ...(ws !== undefined && { ws: await open('ws', ws) }),
        ...(wss !== undefined && { wss: await open('wss', wss) }),
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
