import { createStore } from 'zustand/vanilla';
import {
  type PlatformRequest,
  writeMessage,
} from '../../shared/alibaba/messages/answer-request.ts';
import { fitToModel } from '../../shared/alibaba/messages/fit-to-model.ts';
import {
  type MessageKind,
  type MessageKindName,
  messageKinds,
} from '../../shared/alibaba/messages/kinds.ts';
import type { ThingModel } from '../../shared/alibaba/thing-model.ts';
import type { TopicOwner } from '../../shared/alibaba/topics.ts';
import type { DeviceTarget } from '../../shared/contract/devices.ts';
import type { Message, Qos, RepeatPlan } from '../../shared/contract/sessions.ts';
import {
  type DraftProperties,
  draftProperties,
  noProperties,
  publishProperties,
} from './draft-properties.ts';
import { base64ToHex, hexToBase64 } from './hex.ts';

/** What is written in the form of a session. */
export interface Draft {
  /** Of the message that was filled in and whose topic still stands; null: one's own. */
  readonly kind: MessageKindName | null;
  readonly topic: string;
  readonly qos: Qos;
  readonly retain: boolean;
  readonly payload: string;
  /** The payload is bytes in hexadecimal. */
  readonly isHex: boolean;
  /** Placeholders in the payload are filled in when it is published. */
  readonly template: boolean;
  /** Of MQTT 5; only what is filled in is sent. */
  readonly properties: DraftProperties;
  /** Numbers as typed: empty while they are being written. */
  readonly everySeconds: number | '';
  /** Empty: until stopped. */
  readonly count: number | '';
  readonly jitterMs: number | '';
}

/** What the host takes: seconds between two publishes, how many in all, milliseconds later. */
const repeatRanges = {
  everySeconds: { min: 0.1, max: 86_400, whole: false, optional: false },
  count: { min: 1, max: 1_000_000, whole: true, optional: true },
  jitterMs: { min: 0, max: 86_400_000, whole: true, optional: true },
} as const;
export type RepeatNumber = keyof typeof repeatRanges;
export const repeatNumbers = Object.keys(repeatRanges) as RepeatNumber[];

/** True for a number of a repeat that the host takes, and for an empty one it can do without. */
export function isRepeatNumber(name: RepeatNumber, value: number | ''): boolean {
  const { min, max, whole, optional } = repeatRanges[name];
  if (value === '') return optional;
  return value >= min && value <= max && (!whole || Number.isInteger(value));
}

/** Drafts by session id: they outlive the form, which is taken away with its tab. */
export const draftStore = createStore<Readonly<Record<string, Draft>>>(() => ({}));

/** Writes a change of the form down. */
export function putDraft(sessionId: string, draft: Draft): void {
  draftStore.setState({ [sessionId]: draft });
}

/** The kind of this name. */
export function messageKind(name: string): MessageKind | undefined {
  return messageKinds.find((kind) => kind.name === name);
}

const empty: Draft = {
  kind: null,
  topic: '',
  qos: 0,
  retain: false,
  payload: '',
  isHex: false,
  template: true,
  properties: noProperties,
  everySeconds: 5,
  count: '',
  jitterMs: 0,
};

/** What a form begins with: on the platform a property post of the device's own. */
export function firstDraft(
  target: DeviceTarget | undefined,
  model: ThingModel | null,
  defaultQos: Qos,
): Draft {
  const kind = messageKind('property-post');
  if (!target || target.kind === 'broker' || !kind) return { ...empty, qos: defaultQos };
  return { ...empty, ...kindDraft(kind, target, null, model) };
}

/** What choosing a kind of message fills in. */
export function kindDraft(
  kind: MessageKind,
  owner: TopicOwner,
  request: PlatformRequest | null,
  model: ThingModel | null,
): Partial<Draft> {
  const written = writeMessage(kind, owner, request);
  return {
    kind: kind.name,
    ...(model ? fitToModel(kind.name, written, model) : written),
    qos: kind.qos,
    retain: false,
    isHex: kind.isHex ?? false,
    template: true,
  };
}

/** The message a draft stands for; its payload and its properties have no problem. */
export function messageOf({
  topic,
  qos,
  retain,
  payload,
  isHex,
  template,
  ...draft
}: Draft): Message {
  const properties = publishProperties(draft.properties);
  const head = { topic, qos, retain, ...(properties && { properties }) };
  return isHex
    ? { ...head, payload: { encoding: 'base64', data: hexToBase64(payload) } }
    : { ...head, payload: { encoding: 'utf8', data: payload }, template };
}

/** What taking up a message fills in. */
export function messageDraft(message: Message): Partial<Draft> {
  const { topic, qos, retain, payload, template, properties } = message;
  const isHex = payload.encoding === 'base64';
  return {
    kind: null,
    topic,
    qos,
    retain,
    isHex,
    payload: isHex ? base64ToHex(payload.data) : payload.data,
    template: template ?? false,
    properties: draftProperties(properties ?? {}),
  };
}

/** When the draft shall be repeated; null while a number is missing or out of its range. */
export function planOf(draft: Draft): RepeatPlan | null {
  const { everySeconds, count, jitterMs } = draft;
  const isFit = repeatNumbers.every((name) => isRepeatNumber(name, draft[name]));
  if (everySeconds === '' || !isFit) return null;
  return {
    everySeconds,
    ...(count === '' ? {} : { count }),
    ...(jitterMs === '' || jitterMs === 0 ? {} : { jitterMs }),
  };
}
