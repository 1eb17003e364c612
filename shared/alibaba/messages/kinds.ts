import type { Qos } from '../../contract/sessions.ts';
import { DEVICE } from '../platform-topic.ts';

/** What a device says to the platform, by name; the name is the key of its text in the catalogues. */
export type MessageKindName =
  | 'property-post'
  | 'event-post'
  | 'property-set-reply'
  | 'service-reply'
  | 'rrpc-response'
  | 'desired-get'
  | 'desired-delete'
  | 'tags-update'
  | 'tags-get'
  | 'tags-delete'
  | 'config-get'
  | 'ntp-request'
  | 'shadow-update'
  | 'shadow-get'
  | 'shadow-delete'
  | 'ota-inform'
  | 'ota-get'
  | 'ota-progress'
  | 'log-post'
  | 'raw-up'
  | 'user-update';

/** What kinds are about, in the order to offer them. */
export const messageGroups = ['data', 'answers', 'management', 'shadow', 'own'] as const;
export type MessageGroup = (typeof messageGroups)[number];

/** How to write one kind of message: a start that stays editable. */
export interface MessageKind {
  readonly name: MessageKindName;
  readonly group: MessageGroup;
  /** As in `PlatformTopic`. */
  readonly pattern: string;
  readonly qos: Qos;
  /** A template; hexadecimal bytes where `isHex`. An answer has `${id}` where its request's id goes. */
  readonly payload: string;
  readonly isHex?: true;
  /** Of an answer: the topic filter its requests come on, as a pattern. */
  readonly answers?: string;
}

const thing = `/sys/${DEVICE}/thing`;

/** An Alink request: `id` is a text; `sys.ack` 1 asks for a reply, as leaving it out does. */
function request(method: string, params: string): string {
  return `{
  "id": "{{id}}",
  "version": "1.0",
  "sys": { "ack": 1 },
  "method": "${method}",
  "params": ${params}
}`;
}

const reply = `{
  "id": "\${id}",
  "code": 200,
  "data": {}
}`;

/** The kinds of message that a device sends. Identifiers such as `temperature` are examples. */
export const messageKinds: readonly MessageKind[] = [
  {
    name: 'property-post',
    group: 'data',
    pattern: `${thing}/event/property/post`,
    qos: 1,
    payload: request('thing.event.property.post', '{ "temperature": {{random 20.0 25.0}} }'),
  },
  {
    name: 'event-post',
    group: 'data',
    pattern: `${thing}/event/alarm/post`,
    qos: 1,
    payload: request('thing.event.alarm.post', '{ "value": { "level": 1 }, "time": {{now}} }'),
  },
  {
    name: 'raw-up',
    group: 'data',
    pattern: `${thing}/model/up_raw`,
    qos: 1,
    isHex: true,
    payload: '00 00 00 01 00 32',
  },
  {
    name: 'log-post',
    group: 'data',
    pattern: `${thing}/log/post`,
    qos: 1,
    payload: request(
      'thing.log.post',
      `[{
    "utcTime": "{{utc}}",
    "logLevel": "INFO",
    "module": "main",
    "code": "200",
    "traceContext": "{{id}}",
    "logContent": "hello"
  }]`,
    ),
  },
  {
    name: 'property-set-reply',
    group: 'answers',
    pattern: `${thing}/service/property/set_reply`,
    qos: 1,
    payload: reply,
    answers: `${thing}/service/property/set`,
  },
  {
    name: 'service-reply',
    group: 'answers',
    pattern: `${thing}/service/\${identifier}_reply`,
    qos: 1,
    payload: reply,
    answers: `${thing}/service/\${identifier}`,
  },
  {
    name: 'rrpc-response',
    group: 'answers',
    pattern: `/sys/${DEVICE}/rrpc/response/\${messageId}`,
    qos: 0,
    payload: reply,
    answers: `/sys/${DEVICE}/rrpc/request/\${messageId}`,
  },
  {
    name: 'desired-get',
    group: 'management',
    pattern: `${thing}/property/desired/get`,
    qos: 1,
    payload: request('thing.property.desired.get', '["temperature"]'),
  },
  {
    name: 'desired-delete',
    group: 'management',
    pattern: `${thing}/property/desired/delete`,
    qos: 1,
    payload: request('thing.property.desired.delete', '{ "temperature": { "version": 1 } }'),
  },
  {
    name: 'tags-update',
    group: 'management',
    pattern: `${thing}/deviceinfo/update`,
    qos: 1,
    payload: request(
      'thing.deviceinfo.update',
      '[{ "attrKey": "location", "attrValue": "bench" }]',
    ),
  },
  {
    name: 'tags-get',
    group: 'management',
    pattern: `${thing}/deviceinfo/get`,
    qos: 1,
    payload: request('thing.deviceinfo.get', '{}'),
  },
  {
    name: 'tags-delete',
    group: 'management',
    pattern: `${thing}/deviceinfo/delete`,
    qos: 1,
    payload: request('thing.deviceinfo.delete', '[{ "attrKey": "location" }]'),
  },
  {
    name: 'config-get',
    group: 'management',
    pattern: `${thing}/config/get`,
    qos: 1,
    payload: request('thing.config.get', '{ "configScope": "product", "getType": "file" }'),
  },
  {
    name: 'ntp-request',
    group: 'management',
    pattern: `/ext/ntp/${DEVICE}/request`,
    qos: 0,
    payload: '{ "deviceSendTime": "{{now}}" }',
  },
  {
    name: 'ota-inform',
    group: 'management',
    pattern: `/ota/device/inform/${DEVICE}`,
    qos: 1,
    payload: '{ "id": "{{id}}", "params": { "version": "1.0.0", "module": "default" } }',
  },
  {
    name: 'ota-get',
    group: 'management',
    pattern: `${thing}/ota/firmware/get`,
    qos: 1,
    payload: request('thing.ota.firmware.get', '{ "module": "default" }'),
  },
  {
    name: 'ota-progress',
    group: 'management',
    pattern: `/ota/device/progress/${DEVICE}`,
    qos: 1,
    payload: `{
  "id": "{{id}}",
  "params": { "step": "50", "desc": "downloading", "module": "default" }
}`,
  },
  {
    name: 'shadow-update',
    group: 'shadow',
    pattern: `/shadow/update/${DEVICE}`,
    qos: 1,
    // A version must be greater than the last one: the time always is.
    payload: `{
  "method": "update",
  "state": { "reported": { "color": "red" } },
  "version": {{now}}
}`,
  },
  {
    name: 'shadow-get',
    group: 'shadow',
    pattern: `/shadow/update/${DEVICE}`,
    qos: 1,
    payload: '{ "method": "get" }',
  },
  {
    name: 'shadow-delete',
    group: 'shadow',
    pattern: `/shadow/update/${DEVICE}`,
    qos: 1,
    payload: `{
  "method": "delete",
  "state": { "reported": { "color": "null" } },
  "version": {{now}}
}`,
  },
  {
    name: 'user-update',
    group: 'own',
    pattern: `/${DEVICE}/user/update`,
    qos: 1,
    payload: '{ "hello": "{{triple.deviceName}}", "number": {{counter}} }',
  },
];
