import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Capture } from './capture.ts';
import { Problems } from './problems.ts';
import { START_US } from './testing/record-session.ts';

test('a capture that was closed and opened anew is looked through anew, for its filters', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tricorder-problems-'));
  const about = {
    version: 1,
    label: 'lamp',
    endpoint: '',
    deviceId: null,
    target: null,
    startedAt: START_US / 1_000,
  } as const;
  const recorded = await Capture.create('c', folder, about);
  const connection = recorded.openConnection();
  // A SUBSCRIBE and the SUBACK that refuses it.
  recorded.record(connection, true, Buffer.from([0x82, 6, 0, 1, 0, 1, 0x78, 0]));
  recorded.record(connection, false, Buffer.from([0x90, 3, 0, 1, 0x80]));
  await recorded.close();
  const reopened = () => Capture.open('c', folder, recorded.about);
  let capture = await reopened();
  const problems = new Problems(
    { get: async () => capture, use: (_id, work) => work(capture) },
    () => null,
    () => undefined,
  );
  const marked = async () => {
    while (!capture.hasProblem(1)) await new Promise((wake) => setTimeout(wake, 5));
  };
  await problems.watch({ captureId: 'c' });
  await marked();
  await capture.close();
  capture = await reopened();
  await problems.watch({ captureId: 'c' });
  await marked();
  expect(capture.hasProblem(0)).toBe(false);
  problems.stop();
  await capture.close();
  rmSync(folder, { recursive: true });
});
