import { fieldsOf, type ThingDataType, type ThingField, type ThingModel } from '../thing-model.ts';
import { type JsonNode, type JsonPath, nodeAt } from './json-text.ts';
import type { MessageKindName } from './kinds.ts';

/** Fields that the protocol has, whatever the product; the key of their texts in the catalogues. */
export type ProtocolField =
  | 'ack'
  | 'attrKey'
  | 'attrValue'
  | 'code'
  | 'configScope'
  | 'desc'
  | 'desired'
  | 'deviceSendTime'
  | 'getType'
  | 'logCode'
  | 'logContent'
  | 'logLevel'
  | 'module'
  | 'otaVersion'
  | 'shadowVersion'
  | 'step'
  | 'traceContext';

/** A value in the payload of a message that a person fills in. */
export interface MessageField {
  readonly path: JsonPath;
  /** As the protocol or the product calls it. */
  readonly identifier: string;
  /** What it is, for people: of the thing model, or of the protocol. */
  readonly name: { readonly model: string } | { readonly protocol: ProtocolField };
  readonly dataType: ThingDataType;
  /** Structs that it stands in. */
  readonly depth: number;
}

const text: ThingDataType = { type: 'text' };
const int: ThingDataType = { type: 'int' };
const texts: ThingDataType = { type: 'array', specs: { item: text } };

function protocol(
  name: ProtocolField,
  path: JsonPath,
  dataType: ThingDataType = text,
): MessageField {
  return {
    path,
    identifier: path.filter((step) => typeof step === 'string').join('.'),
    name: { protocol: name },
    dataType,
    depth: 0,
  };
}

const ack = protocol('ack', ['sys', 'ack'], { type: 'bool' });
const code = protocol('code', ['code'], int);
const shadowVersion = protocol('shadowVersion', ['version'], int);

/** Fields of the kinds of message, without those of a thing model. */
const protocolFields: Readonly<Record<MessageKindName, readonly MessageField[]>> = {
  'property-post': [ack],
  'event-post': [ack],
  'raw-up': [],
  'log-post': [
    protocol('logLevel', ['params', 0, 'logLevel']),
    protocol('module', ['params', 0, 'module']),
    protocol('logCode', ['params', 0, 'code']),
    protocol('traceContext', ['params', 0, 'traceContext']),
    protocol('logContent', ['params', 0, 'logContent']),
    ack,
  ],
  'property-set-reply': [code],
  'service-reply': [code],
  'rrpc-response': [code],
  'desired-get': [protocol('desired', ['params'], texts), ack],
  'desired-delete': [ack],
  'tags-update': [
    protocol('attrKey', ['params', 0, 'attrKey']),
    protocol('attrValue', ['params', 0, 'attrValue']),
    ack,
  ],
  'tags-get': [ack],
  'tags-delete': [protocol('attrKey', ['params', 0, 'attrKey']), ack],
  'config-get': [
    protocol('configScope', ['params', 'configScope']),
    protocol('getType', ['params', 'getType']),
    ack,
  ],
  'ntp-request': [protocol('deviceSendTime', ['deviceSendTime'], { type: 'date' })],
  'ota-inform': [
    protocol('otaVersion', ['params', 'version']),
    protocol('module', ['params', 'module']),
  ],
  'ota-get': [protocol('module', ['params', 'module']), ack],
  'ota-progress': [
    protocol('step', ['params', 'step']),
    protocol('desc', ['params', 'desc']),
    protocol('module', ['params', 'module']),
  ],
  'shadow-update': [shadowVersion],
  'shadow-get': [],
  'shadow-delete': [shadowVersion],
  'user-update': [],
};

const EVENT = /\/thing\/event\/([^/]+)\/post$/;
const SERVICE = /\/thing\/service\/([^/]+)_reply$/;

/** The event or the service that a topic names; null for any other topic. */
export function identifierIn(topic: string): string | null {
  return EVENT.exec(topic)?.[1] ?? SERVICE.exec(topic)?.[1] ?? null;
}

/** The fields of a thing model below a place in the payload, those of structs after the struct. */
function modelFields(fields: readonly ThingField[], below: JsonPath, depth = 0): MessageField[] {
  return fields.flatMap(({ identifier, name, dataType }) => {
    const path = [...below, identifier];
    const field: MessageField = {
      path,
      identifier,
      name: { model: name ?? '' },
      dataType,
      depth,
    };
    return dataType.type === 'struct'
      ? [field, ...modelFields(dataType.specs, path, depth + 1)]
      : [field];
  });
}

/** Fields for what a product's model says about a kind of message; nothing without a model. */
function fieldsByModel(
  kind: MessageKindName,
  topic: string,
  { properties, events, services }: ThingModel,
): MessageField[] {
  const reported = properties.filter(({ accessMode }) => accessMode !== 'w');
  const named = <T extends { identifier: string }>(list: readonly T[]) =>
    list.find(({ identifier }) => identifier === identifierIn(topic));
  switch (kind) {
    case 'property-post':
      return modelFields(reported, ['params']);
    case 'event-post':
      return modelFields(fieldsOf(named(events)?.outputData ?? []), ['params', 'value']);
    case 'service-reply':
      return modelFields(fieldsOf(named(services)?.outputData ?? []), ['data']);
    case 'shadow-update':
      return modelFields(reported, ['state', 'reported']);
    default:
      return [];
  }
}

/** True for kinds of message that a thing model has something to say about. */
export function usesModel(kind: MessageKindName): boolean {
  return ['property-post', 'event-post', 'service-reply', 'shadow-update'].includes(kind);
}

/** What a person fills in for a kind of message on a topic. */
export function fieldsOfMessage(
  kind: MessageKindName,
  topic: string,
  model: ThingModel | null,
): MessageField[] {
  return [...(model ? fieldsByModel(kind, topic, model) : []), ...protocolFields[kind]];
}

/** Where the value of a field stands: in `value` where a time stands beside it (`{"value", "time"}`). */
export function valuePath(root: JsonNode, { path, dataType }: MessageField): JsonPath {
  const node = nodeAt(root, path);
  const isTimed =
    dataType.type !== 'struct' &&
    node?.kind === 'object' &&
    node.members.some(({ key }) => key === 'value');
  return isTimed ? [...path, 'value'] : path;
}
