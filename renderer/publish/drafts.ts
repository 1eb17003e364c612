import { createStore } from 'zustand/vanilla';
import type { DeviceTarget } from '../../shared/contract/devices.ts';
import type { Message, Qos } from '../../shared/contract/sessions.ts';

/** What is written in the form of a session. */
export interface Draft {
  readonly topic: string;
  readonly qos: Qos;
  readonly retain: boolean;
  readonly payload: string;
  /** Seconds as typed: empty while it is being written. */
  readonly everySeconds: number | '';
}

/** Seconds between two publishes that the host takes. */
export const INTERVAL = { min: 0.1, max: 86_400 } as const;

/** Drafts by session id: they outlive the form, which is taken away with its tab. */
export const draftStore = createStore<Readonly<Record<string, Draft>>>(() => ({}));

/** Writes a change of the form down. */
export function putDraft(sessionId: string, draft: Draft): void {
  draftStore.setState({ [sessionId]: draft });
}

const alinkPost = `{
  "id": "1",
  "version": "1.0",
  "params": { "temperature": 21.5 },
  "method": "thing.event.property.post"
}`;

/** What a form begins with: on the platform a property post of the device's own. */
export function firstDraft(target: DeviceTarget | undefined): Draft {
  const common = { retain: false, everySeconds: 5 } as const;
  if (!target || target.kind === 'broker') return { ...common, topic: '', qos: 0, payload: '' };
  const { productKey, deviceName } = target;
  return {
    ...common,
    topic: `/sys/${productKey}/${deviceName}/thing/event/property/post`,
    qos: 1,
    payload: alinkPost,
  };
}

/** The message a draft stands for. */
export function messageOf({ topic, qos, retain, payload }: Draft): Message {
  return { topic, qos, retain, payload: { encoding: 'utf8', data: payload } };
}
