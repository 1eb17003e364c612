import { describe, expect, it } from 'vitest';
import { compileFilter } from './compile-filter.ts';
import { parseFilter } from './parse-filter.ts';
import { type TestPacket, testColumns } from './test-columns.ts';
import { encodeUtf8 } from './text-matcher.ts';

function compiled(text: string, zoneOffset = 0) {
  const result = parseFilter(text);
  if (!result.ok) throw new Error(`${text}: ${JSON.stringify(result.error)}`);
  return compileFilter(result.filter, { zoneOffset });
}

/** Rows that a filter finds, by columns and, where they do not decide, by a payload. */
function found(text: string, packets: readonly TestPacket[], payloads: readonly string[] = []) {
  const filter = compiled(text);
  const columns = testColumns(packets);
  return packets.flatMap((_, row) =>
    (filter.matches(columns, row) ??
    filter.matchesPayload(columns, row, encodeUtf8(payloads[row] ?? '')))
      ? [row]
      : [],
  );
}

/** Whether a QoS 0 PUBLISH with this payload is found. */
const finds = (text: string, payload: string) => found(text, [{}], [payload]).length === 1;

const CONNECT = 0x10;
const CONNACK = 0x20;
const PUBACK = 0x40;
const SUBSCRIBE = 0x82;
const SUBACK = 0x90;
const PINGREQ = 0xc0;
const PINGRESP = 0xd0;

describe('type', () => {
  const packets = [CONNECT, 0x3b, PUBACK, PINGREQ, PINGRESP].map((header) => ({ header }));

  it('finds packets of any of the types, whatever their flags', () => {
    expect(found('type:publish,puback', packets)).toEqual([1, 2]);
  });

  it('finds families', () => {
    expect(found('type:ping', packets)).toEqual([3, 4]);
    expect(found('type:acknowledgement,connection', packets)).toEqual([0, 2]);
  });

  it('finds broken bytes as `broken` and as nothing else', () => {
    const broken = [{ header: 0x30, broken: true }, { header: 0x30 }];
    expect(found('type:broken', broken)).toEqual([0]);
    expect(found('type:publish', broken)).toEqual([1]);
  });
});

describe('topic', () => {
  const packets = [
    { topic: '/sys/a1/lamp/thing/event/property/post' },
    { topic: '/sys/a1/lamp/thing/event/property/post_reply' },
    { topic: '/sys/a1x' },
    { topic: 'thing/event' },
  ];

  it('matches as a topic filter where it has a wildcard', () => {
    expect(found('topic:/sys/+/+/thing/#', packets)).toEqual([0, 1]);
    expect(found('topic:thing/#', packets)).toEqual([3]);
  });

  it('matches a run of whole levels where it has none', () => {
    expect(found('topic:/sys/a1', packets)).toEqual([0, 1]);
    expect(found('topic:property/post', packets)).toEqual([0]);
    expect(found('topic:thing/event', packets)).toEqual([0, 1, 3]);
  });

  it('matches a SUBSCRIBE by any of its filters, and no client id', () => {
    const others = [
      { header: SUBSCRIBE, topic: 'x/y, a/+' },
      { topic: 'x/y, a/+' },
      { header: CONNECT, topic: 'a/+' },
      { header: PUBACK, topic: null },
    ];
    expect(found('topic:a/#', others)).toEqual([0]);
    expect(found('topic:"x/y, a"', others)).toEqual([1]);
  });

  it('finds topics that appear after the filter was made', () => {
    const filter = compiled('topic:a OR late');
    const topics = Array.from({ length: 600 }, (_, number) => ({ topic: `${number}` }));
    const columns = testColumns([...topics, { topic: 'a/b' }, { topic: 'Later' }]);
    expect(filter.matches(columns, 599)).toBeUndefined();
    expect(filter.matches(columns, 600)).toBe(true);
    expect(filter.matches(columns, 601)).toBe(true);
  });
});

describe('numbers and states', () => {
  it.each<[string, readonly TestPacket[], readonly number[]]>([
    ['dir:sent', [{ sent: true }, { sent: false }], [0]],
    ['qos:1', [{ header: 0x32 }, { header: 0x34 }, { header: SUBSCRIBE }], [0]],
    ['qos>=1', [{ header: 0x32 }, { header: 0x34 }, { header: 0x30 }], [0, 1]],
    ['id:7,9', [{ packetId: 7 }, { packetId: 8 }, { packetId: 9 }], [0, 2]],
    ['id<8', [{ packetId: 7 }, { packetId: 0 }], [0]],
    ['size>1k', [{ size: 1001 }, { size: 1000 }], [0]],
    ['size<=1KiB', [{ size: 1024 }, { size: 1025 }], [0]],
    ['size:1k-2k', [{ size: 999 }, { size: 1000 }, { size: 2000 }, { size: 2001 }], [1, 2]],
    ['no:2-3,5', [{}, {}, {}, {}, {}, {}], [1, 2, 4]],
    ['conn:2', [{}, { connection: 2 }, {}, { connection: 2 }, { connection: 3 }], [1, 3]],
    ['conn>=2 -conn:3-4', [{}, { connection: 2 }, { connection: 4 }, { connection: 5 }], [1, 3]],
    ['code:128', [{ header: SUBACK, code: 128 }, { header: SUBACK, code: 1 }, {}], [0]],
    ['code<2', [{ code: -1 }, { code: 0 }], [1]],
    [
      'rtt>200ms',
      [
        { time: 1_000_000, peer: 1 },
        { time: 1_200_001, peer: 0 },
        { time: 5, peer: -1 },
      ],
      [0, 1],
    ],
    [
      'rtt>200ms',
      [
        // A QoS 0 request and its reply; then one with a PUBACK in time.
        { time: 0, linked: 1 },
        { time: 300_000, linked: 0 },
        { time: 400_000, header: 0x32, peer: 3, linked: 4 },
        { time: 401_000, header: PUBACK, peer: 2 },
        { time: 900_000, linked: 2 },
        // A reply without the PUBACK that is overdue; a PUBREC and its PUBREL are no answer.
        { time: 0, header: 0x32, unanswered: true, linked: 0 },
        { time: 0, header: 0x50, linked: 7 },
        { time: 900_000, header: 0x62, linked: 6 },
      ],
      [0, 1, 4],
    ],
    // The clock was set back before the fourth.
    ['gap>=1s', [{ time: 5e6 }, { time: 6e6 }, { time: 6.9e6 }, { time: 1e6 }], [1]],
    ['gap:0', [{ time: 5e6 }, { time: 6e6 }, { time: 6e6 }, { time: 1e6 }], [0, 2, 3]],
    ['since>1s', [{ time: 5e6 }, { time: 6e6 }, { time: 6.1e6 }, { time: 1e6 }], [2]],
    ['since:0-1s', [{ time: 5e6 }, { time: 6e6 }, { time: 6.1e6 }, { time: 1e6 }], [0, 1, 3]],
    ['is:unanswered', [{ unanswered: true }, {}], [0]],
    ['is:retained', [{ header: 0x31 }, { header: 0x30 }, { header: 0x91 }], [0]],
    ['is:dup', [{ header: 0x3a }, { header: 0x32 }, { header: 0x98 }], [0]],
    [
      'is:problem',
      [
        { broken: true },
        { unanswered: true },
        { header: CONNACK, code: 4 },
        { header: SUBACK, code: 128 },
        { header: SUBACK, code: 1 },
        { header: CONNACK, code: 0 },
        { problem: true },
      ],
      [0, 1, 2, 3, 6],
    ],
  ])('%s', (text, packets, rows) => {
    expect(found(text, packets)).toEqual(rows);
  });
});

describe('with', () => {
  it('finds a packet and what it is tied to, from either end', () => {
    const packets: TestPacket[] = [
      { peer: 1, linked: 3 },
      { header: 0x50, peer: 0, linked: 2 },
      { header: 0x62, linked: 1 },
      { linked: 0, peer: 5 },
      { peer: -1 },
      { header: PUBACK, peer: 3 },
    ];
    for (const text of ['with:1', 'with:3', 'with:6']) {
      expect(found(text, packets)).toEqual([0, 1, 2, 3, 5]);
    }
    expect(found('with:5', packets)).toEqual([4]);
    expect(found('with:7', packets)).toEqual([]);
    expect(found('with:5,2 -type:publish', packets)).toEqual([1, 2, 5]);
  });
});

describe('time', () => {
  const day = Date.UTC(2026, 10, 22) * 1000;
  const at = (hours: number, minutes: number, seconds: number) =>
    day + ((hours * 60 + minutes) * 60 + seconds) * 1_000_000;
  const packets = [at(4, 1, 2.999), at(4, 1, 3), at(4, 1, 3.221), at(4, 2, 0)].map((time) => ({
    time,
  }));
  const inShanghai = (text: string) => {
    const columns = testColumns(packets);
    const filter = compiled(text, 480);
    return packets.flatMap((_, row) => (filter.matches(columns, row) === true ? [row] : []));
  };

  it('compares the local time of day', () => {
    expect(inShanghai('time>12:01:03')).toEqual([2, 3]);
    expect(inShanghai('time>=12:01:03')).toEqual([1, 2, 3]);
    expect(inShanghai('time<12:01:03')).toEqual([0]);
    expect(inShanghai('time<=12:01:03')).toEqual([0, 1]);
  });

  it('covers what was written after a colon', () => {
    expect(inShanghai('time:12:01')).toEqual([0, 1, 2]);
    expect(inShanghai('time:12:01:03')).toEqual([1, 2]);
    expect(inShanghai('time:12:01:03.2,12:02')).toEqual([2, 3]);
  });

  it('knows zones behind UTC and days before', () => {
    const columns = testColumns([{ time: day + 3_600_000_000 }]);
    expect(compiled('time:22:00', -180).matches(columns, 0)).toBe(true);
  });
});

describe('a text', () => {
  it('is found in the topic or the payload, whatever its case', () => {
    const packets = [{ topic: 'room/Temperature' }, {}, {}];
    expect(found('temperature', packets, ['', '{"TEMPERATURE":1}', 'humid'])).toEqual([0, 1]);
  });

  it('needs the payload only where the topic does not have it', () => {
    const filter = compiled('temp type:publish');
    const columns = testColumns([{ topic: 'temp' }, {}, { header: PUBACK, topic: null }]);
    expect(filter.needsPayload).toBe(true);
    expect([0, 1, 2].map((row) => filter.matches(columns, row))).toEqual([true, undefined, false]);
  });

  it.each([
    ['温度', '{"名称":"温度"}', true],
    ['ÉTÉ', 'en été', true],
    ['ß', 'STRASSE', true],
    ['😀b', '😀B', true],
    ['aab', 'aaab', true],
    ['ab', 'a', false],
    ['é', 'e', false],
  ])('%s in %s: %s', (text, payload, expected) => {
    expect(finds(text, payload)).toBe(expected);
  });

  it('is not looked for in broken bytes', () => {
    expect(found('a', [{ broken: true, topic: null }], ['a'])).toEqual([]);
  });
});

describe('a regular expression', () => {
  it('is looked for in topics alone, or in topics and payloads, whatever the case', () => {
    const packets = [
      { topic: 'room/Temp1' },
      { topic: 'room/x' },
      { header: SUBSCRIBE, topic: 'a, temp2' },
      { header: CONNECT, topic: 'temp3' },
    ];
    const payloads = ['', '{"TEMP4":1}'];
    expect(found('topic~temp[0-9]', packets, payloads)).toEqual([0, 2]);
    expect(found('text~temp[0-9]', packets, payloads)).toEqual([0, 1, 2, 3]);
    expect(found('topic~^temp', packets)).toEqual([2]);
    expect(compiled('topic~a').needsPayload).toBe(false);
  });

  it('reads payloads as UTF-8, and what is none too', () => {
    expect(finds('text~^.温.$', '"温度')).toBe(true);
    const filter = compiled('text~^.b$');
    expect(filter.matchesPayload(testColumns([{}]), 0, Uint8Array.of(0xff, 0x62))).toBe(true);
  });
});

describe('a field of a JSON payload', () => {
  const payload =
    '{"id":"38850","params":{"temperature":31.5,"mode":"Heat","on":true,"list":[1,"two"],"none":null}}';

  it.each<[string, boolean]>([
    ['$.params.temperature>30', true],
    ['$.params.temperature>31.5', false],
    ['$.params.temperature>=31.5', true],
    ['$.params.temperature<-1', false],
    ['$.params.temperature<=32', true],
    ['$.params.temperature=31.5', true],
    ['$.params.temperature:31.5', true],
    ['$.params.temperature!=30', true],
    ['$.missing!=30', false],
    ['-$.missing=30', true],
    ['$.id=38850', true],
    ['$.id>38849', true],
    ['$.id="38850"', true],
    ['$.id:885', true],
    ['$.params.temperature="31.5"', false],
    ['$.params.mode=Heat', true],
    ['$.params.mode=heat', false],
    ['$.params.mode:hea', true],
    ['$.params.mode>"Cool"', true],
    ['$.params.on=true', true],
    ['$.params.on:"true"', true],
    ['$.params.on="true"', false],
    ['$.params.none=null', true],
    ['$.params.list[0]=1', true],
    ['$.params.list:TWO', true],
    ['$.params.list', true],
    ['$.params.list[2]', false],
    ['$.params.mode~^h.+t$', true],
    ['$.params.mode~^eat', false],
    ['$.params.temperature~^31', true],
    ['$.params.list~^T', true],
    ['$.params~.', false],
    ['$.params.none~null', false],
    ['$.missing~.', false],
    ['$.params=1', false],
    ['$.params.constructor', false],
    ['$["params"]["mode"]:heat', true],
  ])('%s: %s', (text, expected) => {
    expect(finds(text, payload)).toBe(expected);
  });

  it('is found where its name is written with escapes', () => {
    expect(finds('$.temp=1', String.raw`{"t\u0065mp":1}`)).toBe(true);
  });

  it('is not there in a payload that is no JSON, nor in other packets', () => {
    expect(finds('$.a', '{"a":')).toBe(false);
    expect(found('$.a', [{ header: SUBSCRIBE }], ['{"a":1}'])).toEqual([]);
    expect(found('-$.a', [{ header: SUBSCRIBE }], ['{"a":1}'])).toEqual([0]);
  });
});

describe('what a filter asks of a view', () => {
  it.each<[string, boolean, boolean]>([
    ['', false, false],
    ['type:publish -dir:sent', false, false],
    ['type:publish OR temperature', true, false],
    ['-$.a', true, false],
    ['type:publish (qos:1 -is:unanswered)', false, true],
    ['rtt>1s', false, true],
    ['gap>1s', false, false],
    ['since>1s', false, false],
    ['with:17', false, true],
    ['is:problem,dup', false, true],
  ])('%s: payload %s, answers %s', (text, needsPayload, followsAnswers) => {
    expect(compiled(text)).toMatchObject({ needsPayload, followsAnswers });
  });
});
