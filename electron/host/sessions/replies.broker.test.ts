import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AutoReplyDraft } from '../../../shared/contract/auto-replies.ts';
import type { Session } from '../../../shared/contract/sessions.ts';
import type { Platform } from '../platform/platform.ts';
import { isConnected, newDataDir, startHost, type TestHost } from '../test-support.ts';

let platform: Platform;
vi.mock(import('../platform/platform.ts'), async (original) => {
  const actual = await original();
  return {
    ...actual,
    startPlatform: async (options) => {
      platform = await actual.startPlatform(options);
      return platform;
    },
  };
});

let app: TestHost;
let session: Session;
let owner: { productKey: string; deviceName: string };

beforeEach(async () => {
  app = await startHost(await newDataDir());
  session = await app.ask('platform.try', {});
  await app.sessionThat(session.id, isConnected);
  const { devices } = await app.ask('app.snapshot', {});
  const target = devices[0]?.target;
  if (target?.kind !== 'local') throw new Error('no demo device');
  owner = target;
});
afterEach(() => app.host.close());

const OWN = () => `/sys/${owner.productKey}/${owner.deviceName}`;
const subscribe = (path: string) =>
  app.ask('sessions.subscribe', { sessionId: session.id, filter: OWN() + path, qos: 1 });
const answer = (changes: Partial<AutoReplyDraft>) =>
  app.ask('autoReplies.save', {
    deviceId: session.deviceId,
    reply: {
      trigger: 'property-set',
      service: '',
      enabled: true,
      delayMs: 0,
      payload: '{"id":"{{request.id}}","code":200,"data":{}}',
      ...changes,
    },
  });
const publish = (topic: string, data: string) =>
  app.ask('sessions.publish', {
    sessionId: session.id,
    message: { topic, qos: 1, retain: false, payload: { encoding: 'utf8', data }, template: true },
  });

test('the cloud gets its answers from the device: properties, services, RRPC', async () => {
  await subscribe('/thing/service/property/set');
  await subscribe('/thing/service/+');
  await subscribe('/rrpc/request/+');
  await answer({ payload: '{"id":"{{request.id}}","code":200,"data":{{request.params}}}' });
  await answer({ trigger: 'service', payload: '{"id":"{{request.id}}","code":5161,"data":{}}' });
  await answer({
    trigger: 'service',
    service: 'reboot',
    payload: '{"id":"{{request.id}}","code":200,"data":{"in":{{request.params.seconds}}}}',
  });
  await answer({ trigger: 'rrpc', payload: 'pong to {{request.payload}}' });

  expect(await platform.cloud.setProperty(owner, { temperature: 21.5 })).toMatchObject({
    code: 200,
    payload: expect.stringContaining('"data":{"temperature":21.5}'),
  });
  expect(await platform.cloud.callService(owner, 'reboot', { seconds: 3 })).toMatchObject({
    payload: expect.stringContaining('{"in":3}'),
  });
  expect(await platform.cloud.callService(owner, 'other', {})).toMatchObject({ code: 5161 });
  const sync = await platform.cloud.callService(owner, 'reboot', { seconds: 4 }, { sync: true });
  expect(sync).toMatchObject({ code: 200, payload: expect.stringContaining('{"in":4}') });
  expect(await platform.cloud.rrpc(owner, 'ping')).toMatchObject({ payload: 'pong to ping' });

  const { autoReplies } = await app.progressThat(session.id, (now) =>
    now.autoReplies.some(({ trigger, sent }) => trigger === 'rrpc' && sent === 1),
  );
  expect(autoReplies.map(({ service, sent }) => [service, sent])).toEqual([
    ['', 1],
    ['', 1],
    ['reboot', 2],
    ['', 1],
  ]);
});

test('a reply that is switched off answers no more', async () => {
  await subscribe('/thing/service/property/set');
  await answer({});
  expect(await platform.cloud.setProperty(owner, { a: 1 })).toMatchObject({ status: 'replied' });
  await answer({ enabled: false });
  expect(await platform.cloud.setProperty(owner, { a: 1 }, 300)).toEqual({ status: 'timeout' });
});

test('each change of a reply is told as soon as it is saved, so that a switch shows what it is', async () => {
  for (const enabled of [true, false, true]) {
    await answer({ enabled });
    const told = app.events.findLast(({ name }) => name === 'session.progressed');
    expect(told?.payload).toMatchObject({ autoReplies: [{ enabled }] });
  }
});

test('replies are the device’s: a new session of it has them, a template at fault is refused', async () => {
  await answer({ trigger: 'rrpc' });
  await expect(answer({ payload: '{{nope}}' })).rejects.toMatchObject({ code: 'invalid-input' });
  await app.ask('sessions.close', { sessionId: session.id });
  const again = await app.ask('sessions.connect', { deviceId: session.deviceId });
  const { autoReplies } = await app.progressThat(again.id, () => true);
  expect(autoReplies).toMatchObject([{ trigger: 'rrpc', enabled: true, sent: 0 }]);
  const [reply] = autoReplies;
  await app.ask('autoReplies.remove', { deviceId: session.deviceId, replyId: reply?.id ?? '' });
  await app.progressThat(again.id, (now) => now.autoReplies.length === 0);
});

test('the reply to a message is matched to it, with its code', async () => {
  const post = `${OWN()}/thing/event/property/post`;
  const { awaited } = await publish(post, '{"id":"{{id}}","params":{"a":1}}');
  expect(awaited?.topic).toBe(`${post}_reply`);
  const { reply } = await app.ask('sessions.reply', {
    sessionId: session.id,
    replyId: awaited?.id ?? '',
  });
  expect(reply).toMatchObject({ code: 200, isSuccess: true, topic: `${post}_reply` });

  const bad = await publish(post, '{"id":"{{id}}","params":[]}');
  const refused = await app.ask('sessions.reply', {
    sessionId: session.id,
    replyId: bad.awaited?.id ?? '',
  });
  expect(refused.reply?.isSuccess).toBe(false);
  expect((await publish(`/${owner.productKey}/${owner.deviceName}/user/update`, '')).awaited).toBe(
    null,
  );
});

test('a repeat keeps the last reply', async () => {
  await app.ask('sessions.startRepeating', {
    sessionId: session.id,
    message: {
      topic: `${OWN()}/thing/event/property/post`,
      qos: 1,
      retain: false,
      payload: { encoding: 'utf8', data: '{"id":"{{id}}","params":{"a":1}}' },
      template: true,
    },
    everySeconds: 0.1,
    count: 2,
  });
  const { repeats } = await app.progressThat(session.id, ({ repeats: [repeat] }) =>
    Boolean(repeat?.finished && repeat.reply),
  );
  expect(repeats[0]).toMatchObject({ published: 2, error: null, reply: { code: 200 } });
});
