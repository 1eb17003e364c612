import { expect, test } from 'vitest';
import { DialogueTracker, declinesReply } from './dialogue.ts';

const T = '/sys/a1B2c3D4e5F/lamp-01/thing';

/** Plays messages of a capture, `>` sent or `<` received; answers what each of them answers. */
function play(...messages: readonly (readonly ['>' | '<', string, string?])[]): number[] {
  const tracker = new DialogueTracker();
  const topics: string[] = [];
  return messages.map(([arrow, topic, payload = ''], row) => {
    if (!topics.includes(topic)) topics.push(topic);
    const role = tracker.roleOf(topics.indexOf(topic), topic);
    return tracker.add(row, arrow === '>', role, payload);
  });
}

test('a reply belongs to the request with its id, in whatever order they come', () => {
  const post = `${T}/event/property/post`;
  expect(
    play(
      ['>', post, '{"id":"1","params":{}}'],
      ['>', post, '{"params":{},"id": 2}'],
      ['<', `${post}_reply`, '{"code":200,"id":"2"}'],
      ['<', `${post}_reply`, '{"id":"1","code":200}'],
      ['<', `${post}_reply`, '{"id":"1","code":200}'],
    ),
  ).toEqual([-1, -1, 1, 0, -1]);
});

test('the cloud asks and the device answers', () => {
  expect(
    play(
      ['<', `${T}/service/property/set`, '{"id":"7"}'],
      ['>', `${T}/service/property/set_reply`, '{"id":"7","code":200}'],
    ),
  ).toEqual([-1, 0]);
});

test('nobody answers itself', () => {
  const post = `${T}/event/property/post`;
  expect(play(['>', post, '{"id":"1"}'], ['>', `${post}_reply`, '{"id":"1"}'])).toEqual([-1, -1]);
});

test('RRPC is paired by the message id in its topic, custom RRPC by the topic itself', () => {
  const rrpc = '/sys/a1B2c3D4e5F/lamp-01/rrpc';
  expect(
    play(
      ['<', `${rrpc}/request/11`],
      ['<', `${rrpc}/request/12`],
      ['>', `${rrpc}/response/12`],
      ['>', `${rrpc}/response/11`],
      ['<', '/ext/rrpc/5/a/b'],
      ['>', '/ext/rrpc/5/a/b'],
    ),
  ).toEqual([-1, -1, 1, 0, -1, 4]);
});

test('the time is asked for and told under the time of the question', () => {
  const ntp = '/ext/ntp/a1B2c3D4e5F/lamp-01';
  expect(
    play(
      ['>', `${ntp}/request`, '{"deviceSendTime":"1000"}'],
      ['>', `${ntp}/request`, '{ "deviceSendTime": "2000" }'],
      ['<', `${ntp}/response`, '{"deviceSendTime":"1000","serverRecvTime":"1010"}'],
      ['<', `${ntp}/response`, '{"serverRecvTime":2010,"deviceSendTime":2000}'],
    ),
  ).toEqual([-1, -1, 0, 1]);
});

test('a shadow update is answered by a reply, not by what the cloud wants', () => {
  const device = 'a1B2c3D4e5F/lamp-01';
  expect(
    play(
      ['>', `/shadow/update/${device}`, '{"method":"update","version":1}'],
      ['<', `/shadow/get/${device}`, '{"method":"control","payload":{}}'],
      ['<', `/shadow/get/${device}`, '{"method":"reply","payload":{"status":"success"}}'],
    ),
  ).toEqual([-1, -1, 0]);
});

test('other topics are no dialogue', () => {
  const tracker = new DialogueTracker();
  const role = tracker.roleOf(0, 'home/light');
  expect(role).toEqual({ kind: 'none' });
  expect(tracker.add(0, true, role, '{"id":"1"}')).toBe(-1);
});

test('of very many unanswered requests the latest can still be answered, the oldest not', () => {
  const post = `${T}/event/property/post`;
  const asked = Array.from({ length: 5000 }, (_, at) => ['>', post, `{"id":"${at}"}`] as const);
  const reply = (id: number) => ['<', `${post}_reply`, `{"id":"${id}"}`] as const;
  const answers = play(...asked, reply(4999), reply(1500), reply(0)).slice(-3);
  expect(answers).toEqual([4999, 1500, -1]);
});

test.each([
  ['{"id":"1","version":"1.0","sys":{"ack":0},"params":{}}', true],
  ['{"sys": {"from": "x", "ack": "0"}}', true],
  ['{"id":"1","sys":{"ack":1}}', false],
  ['{"id":"1","sys":{"extra":{}},"params":{"ack":0}}', false],
  ['{"id":"1","sys":{},"params":{"ack":0}}', false],
  ['{"id":"1","params":{}}', false],
])('whether %s asks not to be answered: %s', (payload, declines) => {
  expect(declinesReply(payload)).toBe(declines);
});
