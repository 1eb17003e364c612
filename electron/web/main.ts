import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHost } from '../host/host.ts';
import { openKeyFileVault } from '../host/key-file-vault.ts';
import { defaultDataDir } from './default-data-dir.ts';
import { openBrowser } from './open-browser.ts';
import { readOptions } from './options.ts';
import { startWebServer } from './server.ts';

/** A path of the project, from the bundle's place (out/web) as from this file's. */
const projectPath = (path: string) => join(import.meta.dirname, '../..', path);

const readVersion = (): string =>
  JSON.parse(readFileSync(projectPath('package.json'), 'utf8')).version;

/** Runs `close` once on the first request to end; a second one ends the process at once. */
function endOnSignal(close: () => Promise<void>): void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const end = async () => {
    for (const signal of signals) process.off(signal, end);
    try {
      await close();
      process.exit(0);
    } catch (error) {
      fail(error);
    }
  };
  for (const signal of signals) process.on(signal, end);
}

function fail(error: unknown): never {
  console.error(`tricorder: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}

async function start(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const dataDir = options.dataDir ?? defaultDataDir(process.platform, process.env);
  const vault = openKeyFileVault(dataDir);
  const host = await createHost({ dataDir, vault, mode: 'web', version: readVersion() });
  const key = randomBytes(32).toString('base64url');
  const pageDir = projectPath('out/renderer');
  const server = await startWebServer({ host, port: options.port, key, pageDir }).catch(
    async (error) => {
      await host.close();
      throw error;
    },
  );
  endOnSignal(async () => {
    await server.close();
    await host.close();
  });
  console.log(`Tricorder is ready at ${server.address}`);
  if (options.open) openBrowser(server.address);
}

await start().catch(fail);
