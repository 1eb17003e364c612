import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Debian keeps it where only root's PATH looks. */
export const mosquittoExecutable = existsSync('/usr/sbin/mosquitto')
  ? '/usr/sbin/mosquitto'
  : 'mosquitto';

export interface Mosquitto {
  readonly host: '127.0.0.1';
  /** Ports stay the same when it is stopped and started again. */
  readonly port: number;
  readonly webSocketPort: number;
  /** 0 without a certificate. */
  readonly tlsPort: number;
  readonly log: string;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface MosquittoOptions {
  /** An empty folder for its configuration. */
  readonly folder: string;
  /** Passwords by user name; without any, everyone may connect. */
  readonly users: Readonly<Record<string, string>>;
  /** PEM files of the server's certificate and key: opens a second listener that speaks TLS. */
  readonly tls?: { readonly certificate: string; readonly key: string };
  /** More lines of its configuration; one that was said before is overridden. */
  readonly settings?: readonly string[];
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function accepts(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => done(true)).on('error', () => done(false));
    socket.on('connect', () => socket.destroy());
  });
}

type Ports = Pick<Mosquitto, 'port' | 'webSocketPort' | 'tlsPort'>;

/** Writes the configuration of a broker that listens on loopback alone, and answers with its path. */
function configure(ports: Ports, { folder, users, tls, settings = [] }: MosquittoOptions): string {
  const lines = [
    `listener ${ports.port} 127.0.0.1`,
    `listener ${ports.webSocketPort} 127.0.0.1`,
    'protocol websockets',
    'persistence false',
    'log_type all',
  ];
  if (tls !== undefined) {
    lines.push(`listener ${ports.tlsPort} 127.0.0.1`);
    lines.push(`certfile ${tls.certificate}`, `keyfile ${tls.key}`);
  }
  // Else it gives up root for a user who cannot read the folder.
  if (process.getuid?.() === 0) lines.push('user root');
  const names = Object.entries(users);
  lines.push(`allow_anonymous ${names.length === 0}`);
  if (names.length > 0) {
    const passwords = join(folder, 'passwords');
    writeFileSync(passwords, '', { mode: 0o600 });
    for (const [name, password] of names) {
      execFileSync('mosquitto_passwd', ['-b', passwords, name, password], { stdio: 'pipe' });
    }
    lines.push(`password_file ${passwords}`);
  }
  lines.push(...settings);
  const path = join(folder, 'mosquitto.conf');
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

/** A real mosquitto, started, on a free port of loopback. */
export async function startMosquitto(options: MosquittoOptions): Promise<Mosquitto> {
  const ports: Ports = {
    port: await freePort(),
    webSocketPort: await freePort(),
    tlsPort: options.tls === undefined ? 0 : await freePort(),
  };
  const configuration = configure(ports, options);
  let child: ChildProcess | null = null;
  let log = '';

  const broker: Mosquitto = {
    host: '127.0.0.1',
    ...ports,
    get log() {
      return log;
    },
    async start() {
      const started = spawn(mosquittoExecutable, ['-c', configuration], {
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child = started;
      // Whatever cuts a run short must not leave it running.
      const end = () => started.kill('SIGKILL');
      process.once('exit', end);
      started.once('exit', () => process.off('exit', end));
      for (const stream of [started.stdout, started.stderr]) {
        stream.setEncoding('utf8').on('data', (text) => {
          log += text;
        });
      }
      let failure: Error | null = null;
      started.on('error', (error) => {
        failure = error;
      });
      while (!(await accepts(ports.port))) {
        if (failure || started.exitCode !== null) {
          throw new Error(`mosquitto did not start:\n${log}`, { cause: failure });
        }
        await sleep(20);
      }
    },
    async stop() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
  await broker.start();
  return broker;
}
