import { createHash } from 'node:crypto';
import { access, constants, mkdir, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { HostError } from '../../../shared/contract/result.ts';

/** Unix socket paths end at 104 bytes on macOS, 108 on Linux. */
const SOCKET_PATH_MAX = 100;
/** Milliseconds a holder has to say who it is. */
const ANSWER_MS = 1000;

/** A data folder that belongs to this process until `release`. */
export interface HeldFolder {
  release(): Promise<void>;
}

/**
 * Makes the folder and takes it for this process alone. The lock is a listening socket, because the
 * system frees it whatever way the process ends; whoever finds it taken asks the holder who it is.
 *
 * @throws HostError `storage-failed` when the folder cannot be written or another host holds it
 */
export async function holdDataFolder(dataDir: string, who: string): Promise<HeldFolder> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new HostError('storage-failed', `cannot write to the data folder ${dataDir}: ${reason}`);
  }
  const path = lockPath(resolve(dataDir));
  const server = createServer((socket) => socket.on('error', () => undefined).end(who));
  if (!(await listens(server, path))) {
    const holder = await askHolder(path);
    if (holder !== null) {
      throw new HostError(
        'storage-failed',
        `the data folder ${dataDir} is in use by ${holder || 'another Tricorder'}`,
      );
    }
    // Nobody answers: its process was killed and left the socket file behind.
    await rm(path, { force: true });
    if (!(await listens(server, path))) {
      throw new HostError('storage-failed', `cannot lock the data folder ${dataDir}`);
    }
  }
  return {
    release: () => new Promise((done) => void server.close(() => done())),
  };
}

function lockPath(dataDir: string): string {
  const digest = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  if (process.platform === 'win32') return `\\\\.\\pipe\\tricorder-${digest}`;
  const inside = join(dataDir, 'host.sock');
  return Buffer.byteLength(inside) <= SOCKET_PATH_MAX
    ? inside
    : join(tmpdir(), `tricorder-${digest}.sock`);
}

/** False when the address is taken. */
function listens(server: Server, path: string): Promise<boolean> {
  return new Promise((done, fail) => {
    const failed = (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') done(false);
      else fail(new HostError('storage-failed', `cannot lock the data folder: ${error.message}`));
    };
    server.once('error', failed);
    server.listen(path, () => {
      server.off('error', failed);
      server.unref();
      done(true);
    });
  });
}

/** What the holder says of itself; null when nobody listens there. */
function askHolder(path: string): Promise<string | null> {
  return new Promise((done) => {
    let text = '';
    const socket = connect(path);
    socket.setTimeout(ANSWER_MS, () => socket.destroy());
    socket.on('data', (chunk) => {
      text += chunk.toString('utf8').slice(0, 200);
    });
    let reached = false;
    socket.on('connect', () => {
      reached = true;
    });
    socket.on('error', () => undefined);
    socket.on('close', () => done(reached ? text : null));
  });
}
