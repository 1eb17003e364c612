import { afterEach, beforeEach, expect, test } from 'vitest';
import { wellBehaved } from '../../../shared/alibaba/misbehaviour.ts';
import type { Session } from '../../../shared/contract/sessions.ts';
import { connectDevice, newDataDir, startHost, type TestHost } from '../test-support.ts';
import { localTarget, owner, told } from './testing.test-support.ts';

const get = '/a1B2c3D4e5F/lamp-01/user/get';
const refusing = { ...wellBehaved, refuseSubscriptions: true };

let app: TestHost;
let session: Session;
beforeEach(async () => {
  app = await startHost(await newDataDir());
  session = await connectDevice(app, localTarget(), 'the secret');
});
afterEach(() => app.host.close());

const subscribe = async () =>
  (await app.ask('sessions.subscribe', { sessionId: session.id, filter: get, qos: 1 })).granted;
const misbehaving = async () => (await app.ask('platform.status', {})).misbehaving;

test('misbehaviour is told to every page while it is active, and reset in one go', async () => {
  await app.ask('platform.misbehave', { ...owner, settings: refusing });
  expect(await subscribe()).toBe(128);
  expect(told(app, 'platform.changed').at(-1)?.misbehaving).toEqual([
    { ...owner, settings: refusing, scenario: null },
  ]);
  await app.ask('platform.misbehave', { ...owner, settings: wellBehaved });
  expect(await subscribe()).toBe(1);
  expect(told(app, 'platform.changed').at(-1)?.misbehaving).toEqual([]);
});

test('a platform that starts again behaves', async () => {
  await app.ask('platform.misbehave', { ...owner, settings: refusing });
  await app.host.close();
  app = await startHost(app.dataDir);
  expect(await misbehaving()).toEqual([]);
});

test('a connection is cut on demand, and there must be one', async () => {
  await app.ask('platform.cut', owner);
  await app.sessionThat(session.id, ({ state }) => state.status !== 'connected');
  await expect(app.ask('platform.cut', owner)).rejects.toMatchObject({ code: 'not-connected' });
});

test('a scenario outlives a restart, and its steps are played one after the other', async () => {
  const steps = [
    { afterSeconds: 0, settings: refusing, cut: false },
    { afterSeconds: 0, settings: wellBehaved, cut: true },
  ];
  await app.ask('platform.saveScenario', { name: 'flaky', steps });
  await app.host.close();
  app = await startHost(app.dataDir);
  const [scenario] = (await app.ask('platform.status', {})).scenarios;
  if (scenario === undefined) throw new Error('the scenario is gone');
  expect(scenario).toMatchObject({ name: 'flaky', steps });
  const [device] = (await app.ask('app.snapshot', {})).devices;
  session = await app.ask('sessions.connect', { deviceId: device?.id ?? '' });
  await app.sessionThat(session.id, ({ state }) => state.status === 'connected');
  await app.ask('platform.playScenario', { ...owner, scenarioId: scenario.id });
  await app.sessionThat(session.id, ({ state }) => state.status !== 'connected');
  const stages = told(app, 'platform.changed').map(({ misbehaving: list }) => list[0] ?? null);
  expect(stages.slice(-3)).toEqual([
    { ...owner, settings: wellBehaved, scenario: { name: 'flaky', step: 0, steps: 2 } },
    { ...owner, settings: refusing, scenario: { name: 'flaky', step: 1, steps: 2 } },
    null,
  ]);
});

test('what the last step set stays until it is reset', async () => {
  const steps = [{ afterSeconds: 0, settings: refusing, cut: false }];
  const { scenarios } = await app.ask('platform.saveScenario', { name: 'no topics', steps });
  await app.ask('platform.playScenario', { ...owner, scenarioId: scenarios[0]?.id ?? '' });
  await expect.poll(async () => (await misbehaving())[0]?.scenario).toBeNull();
  expect(await subscribe()).toBe(128);
});

test('setting by hand ends a scenario that waits for its next step', async () => {
  const steps = [{ afterSeconds: 3600, settings: refusing, cut: false }];
  const { scenarios } = await app.ask('platform.saveScenario', { name: 'later', steps });
  const scenarioId = scenarios[0]?.id ?? '';
  await app.ask('platform.playScenario', { ...owner, scenarioId });
  expect(await misbehaving()).toMatchObject([{ scenario: { name: 'later', step: 0, steps: 1 } }]);
  await app.ask('platform.misbehave', { ...owner, settings: wellBehaved });
  expect(await misbehaving()).toEqual([]);
});

test('a scenario takes the place of one with its name, and can be removed', async () => {
  const steps = [{ afterSeconds: 0, settings: refusing, cut: false }];
  await app.ask('platform.saveScenario', { name: 'one', steps });
  const { scenarios } = await app.ask('platform.saveScenario', {
    name: 'one',
    steps: [...steps, ...steps],
  });
  expect(scenarios).toMatchObject([{ name: 'one', steps: [...steps, ...steps] }]);
  const scenarioId = scenarios[0]?.id ?? '';
  expect((await app.ask('platform.removeScenario', { scenarioId })).scenarios).toEqual([]);
});
