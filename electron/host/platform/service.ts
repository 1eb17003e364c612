import type { TopicOwner } from '../../../shared/alibaba/topics.ts';
import type { AlinkResult } from './alink.ts';
import type { DeviceRecord, Product } from './state.ts';

/** What a service of the platform knows while it handles a message of one device. */
export interface ServiceContext {
  readonly owner: TopicOwner;
  readonly product: Product;
  /** To read and to change. */
  readonly record: DeviceRecord;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Writes a line about this device into the platform's log. */
  note(code: number, message: string): void;
  /** Sends a message to the device, at QoS 0 unless told: no QoS of replies is documented. */
  send(topic: string, payload: string | Buffer, qos?: 0 | 1): void;
}

/** Handles the params of one Alink method. */
export type AlinkMethod = (params: unknown, context: ServiceContext) => AlinkResult;

/** Handles a message that is no Alink request. */
export type MessageHandler = (payload: Buffer, context: ServiceContext) => void;
