import { packetTypeNames } from '../../mqtt/packet-types.ts';
import {
  asClientId,
  asCode,
  asConnection,
  asContained,
  asDuration,
  asExistence,
  asFlag,
  asNumber,
  asPackets,
  asTime,
  asTopic,
  asType,
  inexpressible,
  type Translate,
} from './translate.ts';

interface WiresharkField {
  /** What stands in its place, as in `FilterError.expected`. */
  readonly instead: readonly string[];
  readonly translate: Translate;
}

const to = (instead: string, translate: Translate = inexpressible): WiresharkField => ({
  instead: [instead],
  translate,
});
const nearest = (...nearest: readonly string[]): WiresharkField => ({
  instead: ['<no counterpart>', ...nearest],
  translate: inexpressible,
});
const none = nearest();
const bytes = nearest('<text>', 'text~');
const ofConnect = nearest('<connect details>');
const address = nearest('dir:', 'conn:');
const tcpFlag = nearest('<connection ends>');
const tcpAnalysis = nearest('is:dup', 'is:unanswered', 'rtt');
const payload: WiresharkField = { instead: ['<text>', '$.field:'], translate: asContained };

/** Types with a reason code of their own in MQTT 5. */
const reasoned = packetTypeNames
  .map((name) => name.toLowerCase())
  .filter((name) =>
    /^(connack|puback|pubrec|pubrel|pubcomp|suback|unsuback|disconnect|auth)$/.test(name),
  );

/**
 * Wireshark's fields as `tshark -G fields` of 4.0.17 names them: those that people filter for, with
 * what they are here. Its lengths count headers too; `size` is what comes nearest.
 */
const fields: Readonly<Record<string, WiresharkField>> = {
  mqtt: to('<text>', asPackets('-type:broken')),
  frame: to('<text>', asPackets('no>0')),
  tcp: to('<text>', asPackets('no>0')),
  '_ws.expert': to('is:problem', asExistence('is:problem')),
  'frame.number': to('no:', asNumber('no')),
  'frame.len': to('size', asNumber('size')),
  'frame.cap_len': to('size', asNumber('size')),
  'tcp.len': to('size', asNumber('size')),
  'mqtt.len': to('size', asNumber('size')),
  'frame.time': to('time', asTime),
  'frame.time_epoch': to('time'),
  'frame.time_relative': to('since', asDuration('since')),
  'frame.time_delta': to('gap', asDuration('gap')),
  'tcp.stream': to('conn:', asConnection),
  'mqtt.msgtype': to('type:', asType),
  'mqtt.topic': to('topic:', asTopic),
  'mqtt.qos': to('qos:', asNumber('qos', ['type:publish'])),
  'mqtt.msgid': to('id:', asNumber('id', ['id>0'])),
  'mqtt.retain': to('is:retained', asFlag('retained')),
  'mqtt.dupflag': to('is:dup', asFlag('dup')),
  'mqtt.conack.val': to('code:', asCode('connack')),
  'mqtt.suback.qos': to('code:', asCode('suback')),
  ...Object.fromEntries(
    reasoned.map((type) => [`mqtt.${type}.reason_code`, to('code:', asCode(type))]),
  ),
  'mqtt.msg': payload,
  'mqtt.msg_text': payload,
  'tcp.payload': payload,
  'mqtt.clientid': to('<text>', asClientId),
  'ip.src': to('dir:'),
  'ip.dst': to('dir:'),
  'tcp.srcport': to('dir:'),
  'tcp.dstport': to('dir:'),
  'frame.time_delta_displayed': nearest('gap', '<delta column>'),
  'frame.protocols': none,
  'ip.addr': address,
  'ip.host': address,
  'tcp.port': address,
  'mqtt.topic_len': nearest('<topic length>'),
  'mqtt.username': ofConnect,
  'mqtt.passwd': none,
  'mqtt.kalive': ofConnect,
  'mqtt.ver': ofConnect,
  'mqtt.protoname': ofConnect,
  'mqtt.willtopic': ofConnect,
  'mqtt.willmsg': ofConnect,
  'mqtt.sub.qos': nearest('<subscribe details>'),
};

/** What stands for a field here; for a name that is only begun, what may become of it. */
export function fieldOf(name: string): WiresharkField {
  const known = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return known ?? familyOf(name) ?? begunBy(name) ?? none;
}

/** Fields that are many and of one kind, by how their names begin. */
const families: readonly (readonly [string, WiresharkField])[] = [
  ['json.', to('<json value>')],
  ['mqtt.conflag', ofConnect],
  ['tcp.flags', tcpFlag],
  ['tcp.analysis', tcpAnalysis],
];

/** A name with brackets stands for some bytes of a field. */
function familyOf(name: string): WiresharkField | undefined {
  if (name.includes('[')) return bytes;
  return families.find(([beginning]) => name.startsWith(beginning))?.[1];
}

function begunBy(name: string): WiresharkField | undefined {
  const begun = Object.entries(fields).flatMap(([each, field]) =>
    each.startsWith(name) ? [field] : [],
  );
  const sayable = begun.filter(({ instead }) => !instead.includes('<no counterpart>'));
  if (sayable.length === 0) return begun[0];
  const instead = [...new Set(sayable.flatMap((field) => field.instead))];
  return { instead, translate: inexpressible };
}
