import type { EventName, EventPayload } from '../../shared/contract/events.ts';

export type EventListener = <K extends EventName>(name: K, payload: EventPayload<K>) => void;
