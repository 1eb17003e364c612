import { describe, expect, test } from 'vitest';
import { broker, lamp, POST, playSession, SECOND } from './testing/play-session.ts';

type Played = ReturnType<typeof playSession>;

/** Publishes with QoS 1 on a topic, and has it acknowledged or not; answers its row. */
function publish({ play }: Played, row: number, topic = POST, { acknowledged = true } = {}) {
  play('>', 'PUBLISH1', { topic, packetId: row + 1 });
  if (acknowledged) play('<', 'PUBACK', { peer: row, packetId: row + 1 });
}

type Asked = { ended?: number; time?: number; now?: number };

function unanswered(played: Played, row: number, of: Asked = {}) {
  played.unanswered('PUBLISH', { row, time: 0, ...of });
  return played.findings.at(-1)?.finding;
}

/** A session that has one message on an own topic without PUBACK, sent at 1 s in row 2. */
function withLost(target = lamp) {
  const session = playSession(target);
  publish(session, 0);
  session.play('>', 'PUBLISH1', { topic: POST, packetId: 3, time: SECOND });
  return {
    ...session,
    lost: (of: Asked = {}) => unanswered(session, 2, { time: SECOND, now: 11 * SECOND, ...of }),
  };
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
      ...{ sign: 'answered', signNumber: 4, signSeconds: 2.7 },
      ...{ before: 1, after: 2 },
      ...{ inSecond: 1, window: 0.95, limit: 10 },
    },
  });
});

test('an answer to an earlier packet does not show that the message had arrived', () => {
  const session = playSession();
  session.play('>', 'PINGREQ');
  publish(session, 1, POST, { acknowledged: false });
  session.play('<', 'PINGRESP', { peer: 0 });
  const values = { sign: 'unknown', signNumber: 0, signSeconds: 0 };
  expect(unanswered(session, 1)).toMatchObject({
    rule: 'publish-topic-unanswered-platform',
    values,
  });
});

test('an answer on the next connection does not show that the last one was alive', () => {
  const session = playSession(broker);
  publish(session, 0, 'room/1', { acknowledged: false });
  session.play('>', 'CONNECT', { connection: 1 });
  session.play('<', 'CONNACK', { connection: 1, peer: 1, code: 0 });
  expect(unanswered(session, 0, { ended: 0.6 * SECOND })).toMatchObject({
    rule: 'publish-silent',
    values: { sign: 'ended', signSeconds: 0.1 },
  });
});

describe('where no answer to a later packet came', () => {
  test('what is received shows a living connection, but not what was on its way', () => {
    for (const [after, sign] of [
      [1.9, 'unknown'],
      [2, 'heard'],
    ] as const) {
      const { play, lost } = withLost();
      play('<', 'PUBLISH0', { topic: 'a', time: (1 + after) * SECOND });
      expect(lost()).toMatchObject({ rule: 'publish-unanswered-platform', values: { sign } });
    }
  });

  test('the acknowledgement of the message before it, and a clean end, are no sign of a broken network', () => {
    const session = playSession();
    session.play('>', 'PUBLISH1', { topic: POST, packetId: 1, time: SECOND });
    session.play('>', 'PUBLISH1', { topic: POST, packetId: 2, time: SECOND + 33_000 });
    session.play('<', 'PUBACK', { peer: 0, packetId: 1, time: SECOND + 34_000 });
    session.play('>', 'DISCONNECT', { time: 41 * SECOND });
    expect(
      unanswered(session, 1, { time: SECOND + 33_000, ended: 41 * SECOND, now: 41 * SECOND }),
    ).toMatchObject({
      rule: 'publish-unanswered-platform',
      values: { sign: 'unknown', cut: 0, before: 0, after: 1 },
    });
  });

  test('nothing is silent where nothing that wants an answer was sent', () => {
    const { play, lost } = withLost();
    play('>', 'PUBLISH0', { topic: POST, time: 2 * SECOND });
    expect(lost()?.values).toMatchObject({ sign: 'unknown' });
  });

  test('another answer that is missing means a silent connection, once it had the time to come', () => {
    for (const [at, rule, values] of [
      [9, 'publish-silent', { sign: 'silent', signNumber: 4, signSeconds: 8 }],
      [9.1, 'publish-unanswered', { sign: 'unknown' }],
    ] as const) {
      const { play, lost } = withLost(broker);
      play('>', 'PINGREQ', { time: at * SECOND });
      expect(lost()).toMatchObject({ rule, values });
    }
  });

  test('the device that ends the connection itself is told, however the network was', () => {
    const { play, lost } = withLost();
    play('>', 'PINGREQ', { time: 1.2 * SECOND });
    play('>', 'DISCONNECT', { time: 1.5 * SECOND });
    expect(lost({ ended: 1.5 * SECOND })).toMatchObject({
      rule: 'publish-left',
      values: { sign: 'left', signNumber: 5, signSeconds: 0.5, cut: 1 },
    });
  });

  test('a connection that ended otherwise, soon after, may have taken the message along', () => {
    const { lost } = withLost();
    expect(lost({ ended: 4 * SECOND })).toMatchObject({
      rule: 'publish-silent-platform',
      values: { sign: 'ended', signSeconds: 3, cut: 1 },
    });
  });

  test('a connection that ended long after the answer was due does not show how it was then', () => {
    const { lost } = withLost(broker);
    expect(lost({ ended: 12 * SECOND, now: 60 * SECOND })).toMatchObject({
      rule: 'publish-unanswered',
      values: { sign: 'unknown' },
    });
  });
});

test('a connection that was alive and ended while the answer may have been on its way took it along', () => {
  for (const [ended, rule] of [
    [2.9, 'publish-silent-platform'],
    [3, 'publish-unanswered-platform'],
  ] as const) {
    const { play, lost } = withLost();
    play('>', 'PINGREQ', { time: 1.2 * SECOND });
    play('<', 'PINGRESP', { peer: 3, time: 1.4 * SECOND });
    expect(lost({ ended: ended * SECOND })).toMatchObject({ rule });
  }
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

/** Plays messages so many microseconds apart, all unacknowledged, and tells of each what is found. */
function burst(count: number, interval: number, target = lamp) {
  const session = playSession(target);
  const at = (row: number) => SECOND + row * interval;
  for (let row = 0; row < count; row += 1) {
    session.play('>', 'PUBLISH1', { topic: POST, packetId: row + 1, time: at(row) });
  }
  const told = session.findings.map(({ row, finding }) => ({ row, rule: finding.rule }));
  const ask = { now: 20 * SECOND };
  return {
    told,
    lost: (row: number) => unanswered(session, row, { time: at(row), ...ask }),
  };
}

test('a message over the rate is explained by it: no message is told to be over it and within it', () => {
  for (const interval of [0, 33_000, 90_000]) {
    const { told, lost } = burst(60, interval);
    expect(told[0]).toEqual({ row: 10, rule: 'publish-rate-qos-1-platform' });
    for (const { row } of told) {
      expect(lost(row)).toMatchObject({
        rule: 'publish-too-many-platform',
        values: { limit: 10, inSecond: Math.min(row + 1, Math.ceil(950_000 / (interval || 1))) },
      });
    }
  }
  expect(burst(60, 33_000).lost(9)).toMatchObject({ values: { inSecond: 10, limit: 10 } });
  expect(burst(60, 33_000).lost(9)?.rule).not.toBe('publish-too-many-platform');
});

test('one message each 100 ms is not over the rate', () => {
  const { told, lost } = burst(60, 99_000);
  expect(told).toEqual([]);
  expect(lost(30)?.values).toMatchObject({ inSecond: 10 });
});

test('messages that are dropped for the rate show no broken network', () => {
  const { lost } = burst(12, 0);
  expect(lost(9)?.values).toMatchObject({ sign: 'unknown' });
  expect(lost(0)?.values).toMatchObject({ sign: 'silent', signNumber: 2 });
});

test('a broker that is not the platform has no such rate', () => {
  const { told, lost } = burst(60, 33_000, broker);
  expect(told).toEqual([]);
  expect(lost(30)).toMatchObject({ rule: 'publish-silent' });
});

test('a message larger than the platform takes is explained by that, elsewhere it is not', () => {
  for (const [target, rule] of [
    [lamp, 'publish-too-large-platform'],
    [broker, 'publish-unanswered'],
  ] as const) {
    const session = playSession(target);
    session.play('>', 'PUBLISH1', { topic: POST, packetId: 1, size: 300_000 });
    session.play('>', 'PINGREQ', { time: 3 * SECOND });
    session.play('<', 'PINGRESP', { peer: 1, time: 3.1 * SECOND });
    expect(unanswered(session, 0)).toMatchObject({ rule });
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
