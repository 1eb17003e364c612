import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { EventName, EventPayload } from '../../shared/contract/events.ts';
import type { EventListener } from '../host/event-listener.ts';
import type { Host } from '../host/host.ts';
import { REQUEST_BYTES_MAX, startWebServer, type WebServer } from './server.ts';

const KEY = 'the-key-of-this-run';

/** A host that answers every command with what it was asked, and says what it is told to. */
function createFakeHost() {
  const listeners = new Set<EventListener>();
  const host: Host = {
    invoke: async (name, input) =>
      name === 'nonsense'
        ? { ok: false, error: { code: 'unknown-command', message: 'no command nonsense' } }
        : { ok: true, value: { name, input } },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    exportFile: (id) =>
      id === 'ready'
        ? { path: exported, name: '灯 1.csv', size: 4, contentType: 'text/csv' }
        : null,
    close: async () => {},
  };
  const emit = <K extends EventName>(name: K, payload: EventPayload<K>) => {
    for (const listener of listeners) listener(name, payload);
  };
  return { host, emit, listeners };
}

let folder: string;
let exported: string;
let fake: ReturnType<typeof createFakeHost>;
let server: WebServer;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tricorder-web-'));
  mkdirSync(join(folder, 'page', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'page', 'index.html'), '<title>the page</title>');
  writeFileSync(join(folder, 'page', 'assets', 'main-abc.js'), 'run()');
  writeFileSync(join(folder, 'outside.txt'), 'outside');
  exported = join(folder, 'exported');
  writeFileSync(exported, 'a,b\n');
  fake = createFakeHost();
  server = await startWebServer({
    host: fake.host,
    port: 0,
    key: KEY,
    pageDir: join(folder, 'page'),
  });
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A request whose path and headers go out as they are: fetch would tidy both up. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: server.port, path, method, headers });
    asked.on('error', reject).on('response', async (response) => {
      const parts: Buffer[] = [];
      for await (const part of response) parts.push(part);
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        body: Buffer.concat(parts).toString(),
      });
    });
    asked.end();
  });
}

const cookie = () => `other=1; tricorder-${server.port}=${KEY}`;
const own = () => `127.0.0.1:${server.port}`;

describe('the page behind its key', () => {
  it('is answered to the printed address, which becomes a cookie of this port', async () => {
    const { pathname, search, host } = new URL(server.address);
    expect(host).toBe(own());
    const { status, headers, body } = await ask(pathname + search);
    expect(status).toBe(200);
    expect(body).toBe('<title>the page</title>');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['set-cookie']).toEqual([
      `tricorder-${server.port}=${KEY}; HttpOnly; SameSite=Strict; Path=/`,
    ]);
  });

  it('is answered to the cookie, its hashed files for good', async () => {
    expect(await ask('/', { cookie: cookie() })).toMatchObject({ status: 200 });
    const { status, headers, body } = await ask('/assets/main-abc.js', { cookie: cookie() });
    expect({ status, body }).toEqual({ status: 200, body: 'run()' });
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(headers['cache-control']).toContain('immutable');
  });

  it.each([
    ['no key', '/', {}],
    ['a wrong key', '/?key=wrong', {}],
    ['an empty key', '/?key=', {}],
    ['a key on another path', `/assets/main-abc.js?key=${KEY}`, {}],
    ['a wrong cookie', '/', { cookie: 'tricorder-1=wrong' }],
  ])('stays closed to %s and says which address to open', async (_what, path, headers) => {
    const { status, headers: answered, body } = await ask(path, headers);
    expect(status).toBe(403);
    expect(body).toContain('address that Tricorder printed');
    expect(answered['set-cookie']).toBeUndefined();
  });

  it('stays closed to the cookie of another port', async () => {
    const foreign = `tricorder-${server.port + 1}=${KEY}`;
    expect(await ask('/', { cookie: foreign })).toMatchObject({ status: 403 });
  });

  it('stays closed to a foreign Host, key and cookie or not', async () => {
    for (const host of [
      'evil.example',
      `evil.example:${server.port}`,
      '127.0.0.1',
      'localhost:1',
    ]) {
      const { status, body } = await ask(`/?key=${KEY}`, { host, cookie: cookie() });
      expect(status).toBe(421);
      expect(body).not.toContain('the page');
    }
    expect(await ask('/', { host: `localhost:${server.port}`, cookie: cookie() })).toMatchObject({
      status: 200,
    });
  });

  it('holds no file outside its folder, however the way out is written', async () => {
    const ways = ['/../outside.txt', '/%2e%2e/outside.txt', '/assets/..%2f..%2foutside.txt'];
    for (const path of [
      ...ways,
      '//../outside.txt',
      '/..%5coutside.txt',
      '/%00',
      '/%zz',
      '//',
      '/assets',
    ]) {
      const { status, body } = await ask(path, { cookie: cookie() });
      expect({ path, status, body }).toEqual({ path, status: 404, body: 'Not found\n' });
    }
  });

  it('hands out a finished export as a file to save, to the cookie alone', async () => {
    const { status, headers, body } = await ask('/exports/ready', { cookie: cookie() });
    expect({ status, body }).toEqual({ status: 200, body: 'a,b\n' });
    expect(headers).toMatchObject({
      'content-type': 'text/csv',
      'content-length': '4',
      'content-disposition': `attachment; filename="_ 1.csv"; filename*=UTF-8''%E7%81%AF%201.csv`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(await ask('/exports/ready', { cookie: cookie() }, 'HEAD')).toMatchObject({
      status: 200,
      body: '',
    });
    expect(await ask('/exports/ready')).toMatchObject({ status: 403 });
    const foreign = { host: 'evil.example', cookie: cookie() };
    expect(await ask('/exports/ready', foreign)).toMatchObject({ status: 421 });
    for (const path of ['/exports/other', '/exports/', '/exports/ready/', '/exports/../ready']) {
      expect(await ask(path, { cookie: cookie() })).toMatchObject({ status: 404 });
    }
  });

  it('takes only GET and HEAD', async () => {
    expect(await ask('/', { cookie: cookie() }, 'POST')).toMatchObject({ status: 405 });
    expect(await ask('/', { cookie: cookie() }, 'HEAD')).toMatchObject({ status: 200, body: '' });
  });

  it('is answered with headers that keep foreign pages and scripts out', async () => {
    const { headers } = await ask('/', { cookie: cookie() });
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';");
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  it('cannot be served on a taken port', async () => {
    const second = startWebServer({
      host: fake.host,
      port: server.port,
      key: KEY,
      pageDir: folder,
    });
    await expect(second).rejects.toMatchObject({
      code: 'port-taken',
      message: expect.stringContaining(`port ${server.port} is taken`),
    });
  });
});

/** A page's socket that collects what it hears. */
function connect(headers: Record<string, string> = {}, path = '/door') {
  const socket = new WebSocket(`ws://${own()}${path}`, {
    headers: { origin: `http://${own()}`, cookie: cookie(), ...headers },
  });
  const heard: unknown[] = [];
  const waiting: ((message: unknown) => void)[] = [];
  socket.on('message', (data) => {
    const message = JSON.parse(String(data));
    const next = waiting.shift();
    if (next) next(message);
    else heard.push(message);
  });
  const opened = new Promise<number>((resolve) => {
    socket.on('open', () => resolve(101));
    socket.on('unexpected-response', (_request, response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    socket.on('error', () => {});
  });
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  const hear = () =>
    heard.length > 0
      ? Promise.resolve(heard.shift())
      : new Promise<unknown>((resolve) => waiting.push(resolve));
  return { socket, opened, closed, hear };
}

describe("the host's door behind the cookie", () => {
  it('carries commands and their answers', async () => {
    const { socket, opened, hear } = connect();
    expect(await opened).toBe(101);
    socket.send(JSON.stringify({ id: 4, command: 'view.close', input: { viewId: 'v' } }));
    expect(await hear()).toEqual({
      id: 4,
      result: { ok: true, value: { name: 'view.close', input: { viewId: 'v' } } },
    });
    socket.send(JSON.stringify({ id: 5, command: 'nonsense', input: {} }));
    expect(await hear()).toMatchObject({
      id: 5,
      result: { ok: false, error: { code: 'unknown-command' } },
    });
  });

  it('carries every event to every page, and forgets a page that left', async () => {
    const pages = [connect(), connect()] as const;
    await Promise.all(pages.map((page) => page.opened));
    fake.emit('session.removed', { sessionId: 's' });
    for (const page of pages) {
      expect(await page.hear()).toEqual({ event: 'session.removed', payload: { sessionId: 's' } });
    }
    pages[0].socket.close();
    await expect.poll(() => fake.listeners.size).toBe(1);
  });

  it.each([
    ['a foreign Origin', { origin: 'http://evil.example' }],
    ['the Origin of another port', { origin: 'http://127.0.0.1:1' }],
    ['an Origin that hides itself', { origin: 'null' }],
    ['no cookie', { cookie: '' }],
    ['a wrong cookie', { cookie: 'tricorder-1=wrong' }],
  ])('refuses %s', async (_what, headers) => {
    expect(await connect(headers).opened).toBe(403);
    expect(fake.listeners.size).toBe(0);
  });

  it('refuses a client that names no Origin', async () => {
    const upgrade = { connection: 'Upgrade', upgrade: 'websocket', cookie: cookie() };
    const status = new Promise((resolve, reject) => {
      get({ host: '127.0.0.1', port: server.port, path: '/door', headers: upgrade })
        .on('response', (response) => resolve(response.resume().statusCode))
        .on('error', reject);
    });
    expect(await status).toBe(403);
  });

  it('refuses a foreign Host even with its own Origin', async () => {
    const host = 'evil.example';
    expect(await connect({ host, origin: `http://${host}` }).opened).toBe(421);
  });

  it('is at one path only', async () => {
    expect(await connect({}, '/other').opened).toBe(404);
  });

  it('answers a wrong request that has an id, and closes on what is no request', async () => {
    const { socket, opened, closed, hear } = connect();
    await opened;
    socket.send(JSON.stringify({ id: 6, input: {} }));
    expect(await hear()).toMatchObject({
      id: 6,
      result: { ok: false, error: { code: 'invalid-input' } },
    });
    socket.send('{ half');
    expect(await closed).toBe(1007);
  });

  it('closes on bytes and on a request above the limit', async () => {
    const bytes = connect();
    await bytes.opened;
    bytes.socket.send(Buffer.from([1]));
    expect(await bytes.closed).toBe(1003);
    const long = connect();
    await long.opened;
    long.socket.send('x'.repeat(REQUEST_BYTES_MAX + 1));
    expect(await long.closed).toBe(1009);
  });

  it('ends with the server', async () => {
    const { opened, closed } = connect();
    await opened;
    await server.close();
    expect(await closed).toBe(1006);
    server = await startWebServer({ host: fake.host, port: 0, key: KEY, pageDir: folder });
  });
});
