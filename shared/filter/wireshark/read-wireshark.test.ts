import { describe, expect, it } from 'vitest';
import { parseFilter } from '../parse-filter.ts';

/** What is wrong with a filter: the part that is marked, what was expected there, and the whole rewritten. */
function mistake(text: string) {
  const parsed = parseFilter(text);
  if (parsed.ok || parsed.error.wireshark === undefined) return null;
  const { start, end, expected, wireshark } = parsed.error;
  return { marked: text.slice(start, end), expected, rewritten: wireshark.rewritten };
}

describe("Wireshark's syntax in a filter", () => {
  it.each<[string, string, readonly string[], string | null]>([
    ['mqtt.msgtype == 3', 'mqtt.msgtype', ['type:'], 'type:publish'],
    ['frame.number == 5', 'frame.number', ['no:'], 'no:5'],
    ['mqtt.topic contains "thing"', 'mqtt.topic', ['topic:'], 'topic~thing'],
    ['mqtt.topic == "a b"', 'mqtt.topic', ['topic:'], 'topic:"a b"'],
    ['mqtt.topic:a/b', 'mqtt.topic', ['topic:'], 'topic:a/b'],
    ['mqtt.msgtype == 3 && mqtt.qos == 1', 'mqtt.msgtype', ['type:'], 'type:publish qos:1'],
    ['!mqtt', '!', ['-'], 'type:broken'],
    ['a || b', '||', ['OR'], 'a OR b'],
    ['tcp.len > 100', 'tcp.len', ['size'], 'size>100'],
    ['frame.len>=1000', 'frame.len', ['size'], 'size>=1000'],
    ['mqtt.msgid == 38850', 'mqtt.msgid', ['id:'], 'id:38850'],
    ['mqtt.retain == 1', 'mqtt.retain', ['is:retained'], 'is:retained'],
    ['mqtt.dupflag == True', 'mqtt.dupflag', ['is:dup'], 'is:dup'],
    ['mqtt.conack.val != 0', 'mqtt.conack.val', ['code:'], 'type:connack -code:0'],
    ['mqtt.suback.qos == 128', 'mqtt.suback.qos', ['code:'], 'type:suback code:128'],
    [
      'mqtt.puback.reason_code >= 0x80',
      'mqtt.puback.reason_code',
      ['code:'],
      'type:puback code>=0x80',
    ],
    ['mqtt.msg contains "two words"', 'mqtt.msg', ['<text>', '$.field:'], '"two words"'],
    ['mqtt.clientid == "lamp"', 'mqtt.clientid', ['<text>'], 'type:connect lamp'],
    ['frame.time >= "2026-11-25 12:01:03"', 'frame.time', ['time'], 'time>=12:01:03'],
    ['qos == 1', '==', [':', '='], 'qos:1'],
    ['qos==1', '==', [':', '='], 'qos:1'],
    ['$.params.t == 5', '==', ['='], '$.params.t=5'],
    ['$["a b"]=="x y"', '==', ['='], '$["a b"]="x y"'],
    ['$.a != 5', '!=', ['<closed up>'], '$.a!=5'],
    ['type != ping', '!=', ['-'], '-type:ping'],
    ['size > 1k', '>', ['<closed up>'], 'size>1k'],
    ['type:publish && qos:1', '&&', ['<side by side>'], 'type:publish qos:1'],
    ['dir:sent !type:ping', '!', ['-'], 'dir:sent -type:ping'],
    ['ip.src == 10.0.0.1', 'ip.src', ['dir:'], null],
    ['tcp.stream eq 0', 'tcp.stream', ['conn:'], 'conn:1'],
    ['no:3-8 or no:25-31', 'or', ['OR'], 'no:3-8 OR no:25-31'],
    ['tcp.window_size > 0', 'tcp.window_size', ['<no counterpart>'], null],
    ['mqtt.kalive == 60', 'mqtt.kalive', ['<no counterpart>', '<connect details>'], null],
    ['mqtt.username', 'mqtt.username', ['<no counterpart>', '<connect details>'], null],
    [
      'mqtt.conflag.uname == 1',
      'mqtt.conflag.uname',
      ['<no counterpart>', '<connect details>'],
      null,
    ],
    ['mqtt.will', 'mqtt.will', ['<no counterpart>', '<connect details>'], null],
    ['mqtt.sub.qos == 1', 'mqtt.sub.qos', ['<no counterpart>', '<subscribe details>'], null],
    ['mqtt.topic_len > 20', 'mqtt.topic_len', ['<no counterpart>', '<topic length>'], null],
    ['ip.addr == 10.0.0.1', 'ip.addr', ['<no counterpart>', 'dir:', 'conn:'], null],
    ['tcp.port == 1883', 'tcp.port', ['<no counterpart>', 'dir:', 'conn:'], null],
    ['tcp.flags.reset == 1', 'tcp.flags.reset', ['<no counterpart>', '<connection ends>'], null],
    [
      'tcp.analysis.lost_segment',
      'tcp.analysis.lost_segment',
      ['<no counterpart>', 'is:dup', 'is:unanswered', 'rtt'],
      null,
    ],
    [
      'frame.time_delta_displayed > 1',
      'frame.time_delta_displayed',
      ['<no counterpart>', 'gap', '<delta column>'],
      null,
    ],
    ['frame[0:2] == 30:45', 'frame[0:2]', ['<no counterpart>', '<text>', 'text~'], null],
    ['mqtt.msg[0:2]', 'mqtt.msg[0:2]', ['<no counterpart>', '<text>', 'text~'], null],
    ['json.value.number > 20', 'json.value.number', ['<json value>'], null],
    ['json.key', 'json.key', ['<json value>'], null],
    ['temperature > 30', '>', ['<json value>'], null],
    ['temperature == 30', '==', ['<json value>'], null],
    ['$.params.temperature > 22', '>', ['<closed up>'], '$.params.temperature>22'],
    ['topic ~ "a b"', '~', ['<closed up>'], 'topic~"a b"'],
    ['topic contains post', 'contains', ['~'], 'topic~post'],
    ['topic matches "post$"', 'matches', ['~'], 'topic~"post$"'],
    ['topic == a/b', '==', [':', '='], 'topic:a/b'],
    ['$.method contains "a b"', 'contains', [':'], '$.method:"a b"'],
    ['$.method matches set$', 'matches', ['~'], '$.method~set$'],
    ['mqtt', 'mqtt', ['<nothing>'], ''],
    ['frame', 'frame', ['<nothing>'], ''],
    ['tcp', 'tcp', ['<nothing>'], ''],
    ['_ws.expert', '_ws.expert', ['is:problem'], 'is:problem'],
    ['mqtt.topic', 'mqtt.topic', ['topic:'], 'topic~.'],
    ['mqtt.t', 'mqtt.t', ['topic:'], null],
    ['frame.', 'frame.', ['no:', 'size', 'time', 'since', 'gap'], null],
    ['tcp.window_size', 'tcp.window_size', ['<no counterpart>'], null],
    ['mqtt.example.com', 'mqtt.example.com', ['<no counterpart>'], null],
    ['frame contains "lamp"', 'frame', ['<text>'], 'lamp'],
    ['mqtt contains "two words"', 'mqtt', ['<text>'], '"two words"'],
    ['tcp matches "^a|b$"', 'tcp', ['<text>'], 'text~^a|b$'],
  ])('%s is marked at %s', (text, marked, expected, rewritten) => {
    expect(mistake(text)).toEqual({ marked, expected, rewritten });
  });

  it.each([
    ['mqtt && frame.number > 5', 'no>5'],
    ['mqtt.msgtype in {3, 4}', 'type:publish,puback'],
    [
      'mqtt.msgtype >= 12 and mqtt.msgtype < 14',
      'type:pingreq,pingresp,disconnect,auth type:connect,connack,publish,puback,pubrec,pubrel,pubcomp,subscribe,suback,unsubscribe,unsuback,pingreq,pingresp',
    ],
    ['not mqtt.msgtype eq 12 and not mqtt.msgtype eq 13', '-type:pingreq -type:pingresp'],
    ['mqtt.qos==1&&(mqtt.retain==1||mqtt.dupflag==1)', 'qos:1 (is:retained OR is:dup)'],
    ['!(mqtt.qos == 0 || mqtt.topic == "a")', '-(qos:0 OR topic:a)'],
    ['!(mqtt.retain == 0)', '-(type:publish -is:retained)'],
    ['!mqtt.retain == 0', '-(type:publish -is:retained)'],
    ['mqtt.msgtype != 3 || "a && b"', '-type:publish OR "a && b"'],
    ['!mqtt.msgtype != 3', 'type:publish'],
    ['mqtt.topic matches "a.*b"', 'topic~a.*b'],
    ['mqtt.topic ~ "^/sys/(a|b)/"', 'topic~"^/sys/(a|b)/"'],
    ['mqtt.msg matches "\\d{3}"', 'text~\\d{3}'],
    ['!mqtt.clientid matches "^lamp"', '-(type:connect text~^lamp)'],
    ['type:publish && topic contains post', 'type:publish topic~post'],
    ['TOPIC contains "a.b" or -topic matches c', 'topic~a\\.b OR -topic~c'],
    ['mqtt.qos == 1 and temperature', 'qos:1 temperature'],
    ['tcp.stream in {0, 2 .. 3}', 'conn:1,3-4'],
    ['tcp.stream > 0 && tcp.stream != 2', 'conn>1 -conn:3'],
    ['frame.number in {3..8}', 'no:3-8'],
    ['frame.number in {3,5..8}', 'no:3,5-8'],
    ['frame.len in {64 .. 100} and mqtt.qos == 1', 'size:64-100 qos:1'],
    ['frame.time_delta > 1.5 && mqtt', 'gap>1.5s'],
    ['frame.time_relative >= 10 and frame.time_relative < 20', 'since>=10s since<20s'],
    ['mqtt.suback.qos in {128..135}', 'type:suback code:128-135'],
    ['mqtt.msgtype in {3..5, 12}', 'type:publish,puback,pubrec,pingreq'],
    ['mqtt.topic contains "a.b (c)"', 'topic~"a\\.b \\(c\\)"'],
    ['mqtt.topic contains "$SYS"', 'topic~\\$SYS'],
    ['type:publish and qos:1 or is:dup', 'type:publish qos:1 OR is:dup'],
    ['(mqtt) && -dir:sent', '(-type:broken) -dir:sent'],
    ['mqtt.msgtype == 3 && !mqtt.dupflag', 'type:publish -is:dup'],
    ['mqtt.dupflag', 'is:dup'],
    ['!mqtt.retain', '-is:retained'],
    ['mqtt.msgtype == PUBLISH', 'type:publish'],
    ['mqtt.msgtype in {Publish, 4}', 'type:publish,puback'],
    ['mqtt.msgtype != "pingreq"', '-type:pingreq'],
    ['mqtt dir:sent', 'dir:sent'],
    ['mqtt !mqtt.qos == 0', '-qos:0'],
    ['mqtt and temperature', 'temperature'],
    ['mqtt || frame', '-type:broken OR no>0'],
    ['mqtt.qos == 1 && tcp', 'qos:1'],
    ['mqtt.qos', 'type:publish'],
    ['mqtt.msgid && mqtt.clientid', 'id>0 type:connect'],
    ['!mqtt.puback.reason_code', '-(type:puback code>=0)'],
  ])('%s is %s', (text, rewritten) => {
    expect(mistake(text)?.rewritten).toBe(rewritten);
  });

  it.each([
    'mqtt.len',
    'mqtt.qos ==',
    'mqtt.qos == 1 &&',
    'mqtt.qos == high',
    'mqtt.msgtype == 99',
    'mqtt.msgtype == PING',
    'mqtt.msgtype == RESERVED',
    'mqtt.qos == 1 && udp',
    'mqtt.qos == 1 && (',
    'frame.number in {8..3..9}',
    'frame.number == 3..8',
    'mqtt == 1 && qos:1',
    '_ws.expert == 1',
    'mqtt.',
    'topic contains ',
    '!',
  ])('%s cannot be rewritten', (text) => {
    expect(mistake(text)?.rewritten).toBeNull();
  });

  it.each([
    'type:publish and qos:1',
    'type:publish or (type:ping qos:0)',
    'not type:ping',
    '$.a AND dir:sent',
  ])('%s has words that join terms with a key', (text) => {
    expect(mistake(text)?.rewritten).toEqual(expect.any(String));
  });
});

describe("a mistake beside Wireshark's syntax that can be rewritten", () => {
  it.each<[string, string, readonly string[]]>([
    ['no:3-8 or no:25-', '25-', ['<number>']],
    ['mqtt.qos == 1 && -no:25-', '25-', ['<number>']],
    ['mqtt.qos == 1 && type:publish,ping code:x', 'x', ['<number>']],
    [
      'mqtt.qos == 1 && mqtt.topic matches "a(?=b)"',
      'mqtt.topic matches "a(?=b)"',
      ['<no looking around>'],
    ],
    ['frame.number in {8..3}', 'frame.number in {8..3}', ['<number>']],
    ['mqtt.len > 100 || mqtt.msg', 'mqtt.msg', ['<text>', '$.field:']],
    [
      'mqtt.len > 100 || mqtt.kalive == 60',
      'mqtt.kalive',
      ['<no counterpart>', '<connect details>'],
    ],
    ['mqtt.len > 100 || udp', 'udp', ['<no counterpart>']],
    ['mqtt.len > 100 || temperature > 30', '>', ['<json value>']],
  ])('is what is marked of %s: %s', (text, marked, expected) => {
    const parsed = parseFilter(text);
    const error = parsed.ok ? null : parsed.error;
    expect(error && text.slice(error.start, error.end)).toBe(marked);
    expect(error?.expected).toEqual(expected);
    expect(error?.wireshark?.rewritten ?? null).toBeNull();
  });
});

describe('a text to look for', () => {
  it.each([
    'and',
    'salt and pepper',
    'on or off type:publish',
    'type:publish and temperature',
    'not found',
    'type:publish not',
    'MQTT',
    'mqtt/lamp',
    'mqtt-lamp',
    'frames',
    'ip',
    'json',
    '10.0.0.1',
    'data.temperature',
    'contains',
    'topic contains',
    'size contains 5',
    'text matches nothing',
    'time in seconds',
    'YWJj==',
    'a=b',
    'a&b|c',
    'wow!',
    '$.a!=5',
    '$.a:x!=y',
    'topic:a==b',
    'a -dir:sent',
    'a~b',
    'topic~a==b',
    '~',
    '"mqtt.qos == 1" "a && b" "!x" topic:"a||b"',
    '"mqtt" topic:mqtt $.mqtt',
  ])('is what %s may be', (text) => {
    expect(parseFilter(text).ok).toBe(true);
  });
});
