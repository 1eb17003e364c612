import { connect } from 'node:tls';
import { afterEach, expect, test } from 'vitest';
import { openKeyFileVault } from '../key-file-vault.ts';
import { temporaryFolder } from '../storage/temporary-folder.test-support.ts';
import { LocalPlatform } from './local-platform.ts';

const started: LocalPlatform[] = [];
afterEach(async () => {
  for (const platform of started.splice(0)) await platform.close();
});

function platformIn(dataDir: string): LocalPlatform {
  const platform = new LocalPlatform({
    dataDir,
    vault: openKeyFileVault(dataDir),
    emit: () => undefined,
    writeFailed: () => undefined,
  });
  started.push(platform);
  return platform;
}

/** Shakes hands over TLS, trusting the authority alone; rejects when the server is not of it. */
function shakeHands(port: number, authority: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, ca: authority }, () => {
      socket.destroy();
      resolve();
    });
    socket.once('error', reject);
  });
}

test('every transport has a port, and those over TLS are of the authority that is told', async () => {
  const { ports, authority } = await platformIn(await temporaryFolder()).endpoints();
  expect(new Set(Object.values(ports)).size).toBe(4);
  await shakeHands(ports.tls, authority);
  await shakeHands(ports.wss, authority);
});

test('the authority outlives the platform, so that a device goes on trusting it', async () => {
  const dataDir = await temporaryFolder();
  const first = platformIn(dataDir);
  const before = await first.endpoints();
  await first.close();
  const after = await platformIn(dataDir).endpoints();
  expect(after.authority).toBe(before.authority);
  expect(after.caPath).toBe(before.caPath);
});
