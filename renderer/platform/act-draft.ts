import type { ThingModel } from '../../shared/alibaba/thing-model.ts';
import type { PlatformAct, PlatformOwner } from '../../shared/contract/platform.ts';
import { topicProblem } from '../../shared/mqtt/topic-filter.ts';
import { parseJsonObject } from '../components/json-object.ts';

export type ActKind = PlatformAct['kind'];

/** What the cloud can do with a device, in groups, in the order in which they are offered. */
export const actGroups = {
  thing: ['set-property', 'set-desired', 'call-service'],
  messages: ['rrpc', 'publish', 'broadcast'],
  management: ['push-config', 'set-log-upload', 'start-ota', 'cancel-ota'],
  shadow: ['change-shadow', 'clear-shadow'],
} as const satisfies Record<string, readonly ActKind[]>;

/** What is written in the form of an act, whichever is chosen. */
export interface ActDraft {
  readonly kind: ActKind;
  /** JSON objects as they are typed. */
  readonly values: string;
  readonly inputs: string;
  readonly desired: string;
  readonly service: string;
  readonly call: 'model' | 'sync' | 'async';
  readonly payload: string;
  readonly rrpcTopic: string;
  readonly broadcastName: string;
  readonly topic: string;
  readonly qos: 0 | 1;
  readonly content: string;
  readonly upload: 'on' | 'off';
  readonly version: string;
  readonly url: string;
  readonly size: string;
  readonly sign: string;
  readonly signMethod: 'Md5' | 'SHA256';
  readonly module: string;
}

export type ActField = Exclude<keyof ActDraft, 'kind'>;

/** The fields of each act, in their order. */
export const actFields: Readonly<Record<ActKind, readonly ActField[]>> = {
  'set-property': ['values'],
  'set-desired': ['values'],
  'call-service': ['service', 'call', 'inputs'],
  rrpc: ['rrpcTopic', 'payload'],
  publish: ['topic', 'qos', 'payload'],
  broadcast: ['broadcastName', 'payload'],
  'push-config': ['content'],
  'set-log-upload': ['upload'],
  'start-ota': ['version', 'module', 'url', 'size', 'signMethod', 'sign'],
  'cancel-ota': [],
  'change-shadow': ['desired'],
  'clear-shadow': [],
};

/** Hex digits of a digest. */
const SIGN_DIGITS = { Md5: 32, SHA256: 64 } as const;

/** What the form begins with. */
export function firstActDraft(
  { productKey, deviceName }: PlatformOwner,
  model: ThingModel | null,
): ActDraft {
  return {
    kind: 'set-property',
    // A property that the model does not have would be refused.
    values: model === null ? '{\n  "temperature": 23.5\n}' : '{}',
    inputs: '{}',
    desired: '{\n  "color": "red"\n}',
    service: '',
    call: 'model',
    payload: '{"hello":"device"}',
    rrpcTopic: '',
    broadcastName: '',
    topic: `/${productKey}/${deviceName}/user/get`,
    qos: 1,
    content: '{"interval":5}',
    upload: 'on',
    version: '2.0.0',
    url: 'https://example.com/firmware.bin',
    size: '65536',
    sign: '00000000000000000000000000000000',
    signMethod: 'Md5',
    module: '',
  };
}

/** What is wrong with a field. */
export type ActProblem =
  | 'not-json'
  | 'not-an-object'
  | 'empty'
  | 'not-an-identifier'
  | 'not-a-topic'
  | 'not-a-name'
  | 'not-a-url'
  | 'not-a-size'
  | 'not-a-digest';

function jsonProblem(text: string): ActProblem | null {
  const json = parseJsonObject(text);
  return json.ok ? null : json.reason;
}

function isUrl(text: string): boolean {
  try {
    return new URL(text).host !== '';
  } catch {
    return false;
  }
}

/** What is wrong with one field of a draft, null if nothing is. */
export function fieldProblem(draft: ActDraft, field: ActField): ActProblem | null {
  switch (field) {
    case 'values':
    case 'inputs':
    case 'desired':
      return jsonProblem(draft[field]);
    case 'service':
      return /^[\w.:]{1,128}$/.test(draft.service) ? null : 'not-an-identifier';
    case 'rrpcTopic': {
      const { rrpcTopic } = draft;
      const fits = rrpcTopic.startsWith('/') && topicProblem(rrpcTopic) === null;
      return rrpcTopic === '' || fits ? null : 'not-a-topic';
    }
    case 'topic':
      return topicProblem(draft.topic) === null ? null : 'not-a-topic';
    case 'broadcastName':
      return /^[^/+#]{0,64}$/.test(draft.broadcastName) ? null : 'not-a-name';
    case 'content':
    case 'version':
      return draft[field].trim() === '' ? 'empty' : null;
    case 'url':
      return isUrl(draft.url) ? null : 'not-a-url';
    case 'size':
      return /^[1-9]\d{0,14}$/.test(draft.size) ? null : 'not-a-size';
    case 'sign': {
      const digits = SIGN_DIGITS[draft.signMethod];
      return new RegExp(`^[0-9a-fA-F]{${digits}}$`).test(draft.sign) ? null : 'not-a-digest';
    }
    default:
      return null;
  }
}

function objectOf(text: string): Record<string, unknown> {
  const json = parseJsonObject(text);
  return json.ok ? json.value : {};
}

/** The act that a draft is; null while one of its fields has a problem. */
export function actOf(draft: ActDraft): PlatformAct | null {
  const { kind } = draft;
  if (actFields[kind].some((field) => fieldProblem(draft, field) !== null)) return null;
  switch (kind) {
    case 'set-property':
    case 'set-desired':
      return { kind, values: objectOf(draft.values) };
    case 'call-service': {
      const sync = draft.call === 'model' ? {} : { sync: draft.call === 'sync' };
      return { kind, identifier: draft.service, inputs: objectOf(draft.inputs), ...sync };
    }
    case 'rrpc':
      return {
        kind,
        payload: draft.payload,
        ...(draft.rrpcTopic !== '' && { topic: draft.rrpcTopic }),
      };
    case 'publish':
      return { kind, topic: draft.topic, payload: draft.payload, qos: draft.qos };
    case 'broadcast':
      return {
        kind,
        payload: draft.payload,
        ...(draft.broadcastName !== '' && { name: draft.broadcastName }),
      };
    case 'push-config':
      return { kind, content: draft.content };
    case 'set-log-upload':
      return { kind, on: draft.upload === 'on' };
    case 'change-shadow':
      return { kind, desired: objectOf(draft.desired) };
    case 'start-ota': {
      const { version, url, sign, signMethod, module } = draft;
      return {
        kind,
        version,
        url,
        size: Number(draft.size),
        sign,
        signMethod,
        ...(module.trim() !== '' && { module }),
      };
    }
    default:
      return { kind };
  }
}
