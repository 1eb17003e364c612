import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultDataDir } from '../host/command-line/default-data-dir.ts';
import { endOnSignal, fail } from '../host/command-line/ending.ts';
import { createHost } from '../host/host.ts';
import { openKeyFileVault } from '../host/key-file-vault.ts';
import { openBrowser } from './open-browser.ts';
import { readOptions } from './options.ts';
import { startWebServer } from './server.ts';

/** A path of the project, from the bundle's place (out/web) as from this file's. */
const projectPath = (path: string) => join(import.meta.dirname, '../..', path);

const readVersion = (): string =>
  JSON.parse(readFileSync(projectPath('package.json'), 'utf8')).version;

async function start(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const dataDir = options.dataDir ?? defaultDataDir('tricorder-web', process.platform, process.env);
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
