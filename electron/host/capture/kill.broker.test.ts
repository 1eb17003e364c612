import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPacketLog } from './testing/open-whole-log.ts';
import { tsharkFields } from './testing/tshark.ts';

const program = fileURLToPath(new URL('./testing/record-until-killed.ts', import.meta.url));
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tricorder-kill-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Kills a recording process at a random moment; answers how many packets it said were flushed. */
async function recordAndKill(path: string): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  const enough = 1 + Math.floor(Math.random() * 60);
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (output.split('\n').length > enough) child.kill('SIGKILL');
  });
  const [, signal] = await once(child, 'close');
  expect(signal).toBe('SIGKILL');
  return Number(output.split('\n').at(-2));
}

test.each([1, 2, 3, 4, 5, 6])(
  'killed while it records (%i), a capture has every flushed packet and opens in tshark',
  async (run) => {
    const path = join(folder, `${run}.pcapng`);
    const flushed = await recordAndKill(path);
    expect(flushed).toBeGreaterThan(0);
    const { log, file } = await openPacketLog(path);
    expect(log.index.length).toBeGreaterThanOrEqual(flushed);
    for (let row = 0; row < log.index.length; row += 1) {
      const bytes = await log.read(row, 13);
      expect(Number.parseInt(bytes.toString('latin1', 5, 13), 16)).toBe(row);
    }
    await file.close();
    const frames = await tsharkFields(path, ['mqtt.msgtype'], 'mqtt');
    expect(frames).toHaveLength(log.index.length);
  },
);
