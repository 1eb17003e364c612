import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ProblemList } from '../../shared/contract/problems.ts';
import { connectDevice, newDataDir, startHost, type TestHost } from './test-support.ts';

let app: TestHost;
beforeEach(async () => {
  app = await startHost(await newDataDir());
});
afterEach(() => app.host.close());

/** The list of a capture's problems once it fits. */
async function problemsThat(captureId: string, fits: (list: ProblemList) => boolean) {
  for (;;) {
    const list = await app.ask('problems.watch', { captureId });
    if (fits(list)) return list;
    await new Promise((wake) => setTimeout(wake, 20));
  }
}

test('a healthy session has no problems; a refused topic and a bad message are found as they come', async () => {
  const session = await app.ask('platform.try', {});
  const { captureId, id: sessionId } = session;
  const healthy = await problemsThat(captureId, ({ checked }) => checked >= 7);
  expect(healthy.problems).toEqual([]);

  await app.ask('sessions.subscribe', { sessionId, filter: '/other/thing/user/get', qos: 1 });
  const { subscriptions } = await app.sessionThat(sessionId, () => true);
  const topic = (subscriptions[0]?.filter ?? '').replace(/_reply$/, '');
  const payload = { encoding: 'utf8', data: 'no JSON' } as const;
  for (let count = 0; count < 2; count += 1) {
    await app.ask('sessions.publish', {
      sessionId,
      message: { topic, qos: 1, retain: false, payload },
    });
  }
  const { problems } = await problemsThat(
    captureId,
    (list) => (list.problems[1]?.count ?? 0) === 2,
  );
  expect(problems).toMatchObject([
    {
      finding: { rule: 'suback-foreign-platform' },
      subject: '/other/thing/user/get',
      count: 1,
    },
    { finding: { rule: 'alink-code-platform', values: { alink: 6207 } }, count: 2 },
  ]);
  const told = app.events.filter(({ name }) => name === 'problems.changed');
  expect(told.at(-1)?.payload).toMatchObject({ captureId, problems: [{}, {}] });
});

test('a past capture shows the problems it had', async () => {
  const lamp = {
    kind: 'local',
    productKey: 'a1B2c3D4e5F',
    deviceName: 'lamp-01',
    signMethod: 'hmacsha1',
    clientId: '',
    keepAlive: 60,
    cleanSession: true,
  } as const;
  const { id, captureId } = await connectDevice(app, lamp, 'the secret');
  await app.ask('sessions.subscribe', { sessionId: id, filter: '/other/thing/user/get', qos: 1 });
  await app.host.close();
  app = await startHost(app.dataDir);
  const { problems, hidden } = await problemsThat(
    captureId,
    ({ checked, packets }) => checked === packets,
  );
  expect(problems).toMatchObject([{ finding: { rule: 'suback-foreign-platform' }, firstRow: 3 }]);
  expect(hidden).toBe(0);
});
