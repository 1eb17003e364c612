import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { HostError } from '../../shared/contract/result.ts';
import type { Host } from '../host/host.ts';
import { exportIdOf } from '../host/page/export-attachment.ts';
import { type Access, createAccess } from './access.ts';
import { securityHeaders } from './security-headers.ts';
import { sendExport, sendPageFile } from './send-file.ts';
import { openSocketDoor } from './socket-door.ts';

/** The longest text one command may be, in bytes; a longer one closes the socket (1009). */
export const REQUEST_BYTES_MAX = 4 * 1_048_576;

export interface WebServerOptions {
  readonly host: Host;
  /** 0 to 65,535; 0 takes any free one. */
  readonly port: number;
  /** The secret of this run: whoever has it may do everything the page may. */
  readonly key: string;
  /** The folder of the built page. */
  readonly pageDir: string;
}

export interface WebServer {
  readonly port: number;
  /** The address to open, key included. */
  readonly address: string;
  /** Ends every connection and frees the port; the host stays open. */
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';

/** In both languages: nobody without the key is told which one is preferred. */
const closedPage = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Tricorder</title>
<h1>This address needs its key</h1>
<p>Open the whole address that Tricorder printed when it started, the part after <code>?key=</code> included.</p>
<div lang="zh-CN">
<h1>此地址需要密钥</h1>
<p>请打开 Tricorder 启动时显示的完整地址，包括 <code>?key=</code> 之后的部分。</p>
</div>
`;

function refuse(response: ServerResponse, status: number, text: string): void {
  const type = text.startsWith('<') ? 'text/html' : 'text/plain';
  response
    .writeHead(status, { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-store' })
    .end(text);
}

function answer(
  access: Access,
  host: Host,
  pageDir: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> | void {
  if (!access.hasOwnHost(request)) return refuse(response, 421, 'Not the host asked for\n');
  for (const [name, value] of securityHeaders(request.headers.host ?? '')) {
    response.setHeader(name, value);
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refuse(response, 405, 'Only GET and HEAD\n');
  }
  // Not `new URL`: it throws on what a browser never sends, such as `//`.
  const [pathname = '/', query = ''] = (request.url ?? '/').split('?', 2);
  const key = pathname === '/' ? new URLSearchParams(query).get('key') : null;
  if (key !== null && access.isKey(key)) response.setHeader('Set-Cookie', access.cookie);
  else if (!access.hasCookie(request)) return refuse(response, 403, closedPage);
  const withBody = request.method === 'GET';
  const exportId = exportIdOf(pathname);
  return exportId === null
    ? sendPageFile(pageDir, pathname, response, withBody)
    : sendExport(host.exportFile(exportId), response, withBody);
}

/** Why an upgrade is refused, as an HTTP status, or null when the page may come in. */
function refusalOf(access: Access, request: IncomingMessage): string | null {
  if (!access.hasOwnHost(request)) return '421 Misdirected Request';
  if (!access.hasOwnOrigin(request) || !access.hasCookie(request)) return '403 Forbidden';
  return request.url === '/door' ? null : '404 Not Found';
}

/** The port cannot be had: said in words, since it is the user who can choose another. */
function portRefusal(port: number, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const reason = code === 'EADDRINUSE' ? 'taken' : code === 'EACCES' ? 'not allowed' : null;
  return reason === null
    ? error
    : new HostError(
        'port-taken',
        `port ${port} is ${reason}: choose another with --port N, or any free one with --port 0`,
        { cause: error },
      );
}

/**
 * Serves the page and the host's door on loopback. Everything is behind the key: the address with
 * the key gives the cookie, and without the cookie there is no file and no socket.
 *
 * @throws HostError `port-taken` when the port cannot be listened on
 */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const { host, key } = options;
  const pageDir = resolve(options.pageDir);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: REQUEST_BYTES_MAX });
  const server = createServer();
  try {
    server.listen(options.port, LOOPBACK);
    await once(server, 'listening');
  } catch (error) {
    throw portRefusal(options.port, error);
  }
  const { port } = server.address() as AddressInfo;
  const access = createAccess(key, port);

  server.on('request', async (request, response) => {
    try {
      await answer(access, host, pageDir, request, response);
    } catch {
      // The browser left, or a file vanished under way: nothing more can be said on this response.
      response.destroy();
    }
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const refusal = refusalOf(access, request);
    if (refusal === null) {
      sockets.handleUpgrade(request, socket, head, (page) => openSocketDoor(host, page));
      return;
    }
    socket.on('error', () => socket.destroy());
    socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  });

  return {
    port,
    address: `http://${LOOPBACK}:${port}/?key=${key}`,
    async close() {
      for (const page of sockets.clients) page.terminate();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
