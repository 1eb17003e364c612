import { expect, test } from 'vitest';
import { broker, lamp, POST, playSession, SECOND } from './testing/play-session.ts';

type Played = ReturnType<typeof playSession>;

/** Publishes with QoS 1 on a topic, and has it acknowledged or not; answers its row. */
function publish({ play }: Played, row: number, topic = POST, { acknowledged = true } = {}) {
  play('>', 'PUBLISH1', { topic, packetId: row + 1 });
  if (acknowledged) play('<', 'PUBACK', { peer: row, packetId: row + 1 });
}

function unanswered(played: Played, row: number, of: { ended?: number; time?: number } = {}) {
  played.unanswered('PUBLISH', { row, time: 0, ...of });
  return played.findings.at(-1)?.finding;
}

test('a message is known to have had a living connection and a topic that is answered', () => {
  const session = playSession();
  publish(session, 0);
  publish(session, 2, POST, { acknowledged: false });
  session.play('>', 'PINGREQ', { time: 4 * SECOND });
  session.play('<', 'PINGRESP', { peer: 3, time: 4.2 * SECOND });
  publish(session, 5);
  publish(session, 7);
  expect(unanswered(session, 2, { time: 1.5 * SECOND })).toMatchObject({
    rule: 'publish-unanswered-platform',
    values: {
      topic: POST,
      number: 3,
      ...{ cut: 0, seconds: 10 },
      ...{ later: 4, laterSeconds: 2.7 },
      ...{ before: 1, after: 2 },
      ...{ inSecond: 1, limit: 10 },
    },
  });
});

test('an answer to an earlier packet does not show that the message had arrived', () => {
  const session = playSession();
  session.play('>', 'PINGREQ');
  publish(session, 1, POST, { acknowledged: false });
  session.play('<', 'PINGRESP', { peer: 0 });
  expect(unanswered(session, 1)).toMatchObject({ rule: 'publish-silent-platform' });
});

test('an answer on the next connection does not show that the last one was alive', () => {
  const session = playSession(broker);
  publish(session, 0, 'room/1', { acknowledged: false });
  session.play('>', 'CONNECT', { connection: 1 });
  session.play('<', 'CONNACK', { connection: 1, peer: 1, code: 0 });
  expect(unanswered(session, 0)).toMatchObject({ rule: 'publish-silent' });
});

test('the connection that ended first is told by how long it lasted, a later end is not', () => {
  const session = playSession();
  publish(session, 0, POST, { acknowledged: false });
  const ended = { time: 1 * SECOND, ended: 4.26 * SECOND };
  expect(unanswered(session, 0, ended)?.values).toMatchObject({ cut: 1, seconds: 3.3 });
  publish(session, 1, POST, { acknowledged: false });
  const later = { time: 1 * SECOND, ended: 20 * SECOND };
  expect(unanswered(session, 1, later)?.values).toMatchObject({ cut: 0, seconds: 10 });
});

test('more messages in its second than the platform takes are the likely reason', () => {
  for (const [target, rule] of [
    [lamp, 'publish-too-many-platform'],
    [broker, 'publish-unanswered'],
  ] as const) {
    const session = playSession(target);
    for (let row = 0; row < 11; row += 1) {
      session.play('>', 'PUBLISH1', { topic: POST, packetId: row + 1, time: SECOND + row });
    }
    session.play('<', 'PUBACK', { peer: 1, packetId: 2, time: 1.1 * SECOND });
    expect(unanswered(session, 0)).toMatchObject({ rule, values: { inSecond: 11 } });
  }
});

test('a topic on which nothing is acknowledged may be one without permission', () => {
  const session = playSession();
  publish(session, 0, '/a1B2c3D4e5F/lamp-01/user/up', { acknowledged: false });
  publish(session, 1);
  expect(unanswered(session, 0)).toMatchObject({ rule: 'publish-topic-unanswered-platform' });
});

test('a message that was sent again is known by it, also on the next connection', () => {
  const session = playSession();
  publish(session, 0, POST, { acknowledged: false });
  const again = { topic: POST, packetId: 1, header: 0x3a, connection: 1 };
  session.play('>', 'PUBLISH1', again);
  session.play('<', 'PUBACK', { peer: 1, packetId: 1, connection: 1 });
  expect(unanswered(session, 0)).toMatchObject({
    rule: 'publish-sent-again',
    severity: 'hint',
    values: { again: 2 },
  });
});

test('what the device did not send, or not with QoS 1, is told for its type alone', () => {
  const session = playSession();
  session.play('<', 'PUBLISH1', { topic: POST, packetId: 1 });
  session.play('>', 'PUBLISH1', { topic: POST, packetId: 2, header: 0x34 });
  for (const row of [0, 1]) expect(unanswered(session, row)).toMatchObject({ rule: 'unanswered' });
});
