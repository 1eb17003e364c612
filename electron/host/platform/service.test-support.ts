import type { ServiceContext } from './service.ts';
import { type DeviceRecord, newRecord, type ProductDefinition, productSchema } from './state.ts';
import { handleUpstream } from './upstream.ts';

/** The device `a1pk`/`lamp` before the platform's services, without a connection. */
export class ServiceBench {
  readonly now = 1_700_000_000_000;
  readonly record: DeviceRecord = newRecord('a1pk', 'lamp');
  product: ProductDefinition = { productKey: 'a1pk' };
  /** What was written into the log. */
  readonly notes: [number, string][] = [];
  /** What was sent for the last message. */
  sent: [string, Record<string, unknown>][] = [];

  /** The device says a message; answers the first one it gets. */
  say(topic: string, message: unknown, forced: number | null = null) {
    this.sent = [];
    const context: ServiceContext = {
      owner: { productKey: 'a1pk', deviceName: 'lamp' },
      product: productSchema.parse(this.product),
      record: this.record,
      now: this.now,
      note: (code, text) => this.notes.push([code, text]),
      send: (to, payload) => this.sent.push([to, JSON.parse(payload.toString())]),
    };
    const payload = typeof message === 'string' ? message : JSON.stringify(message);
    handleUpstream(topic, Buffer.from(payload), context, forced);
    return this.sent[0]?.[1];
  }

  /** The device asks an Alink method, with id 7; answers the reply. */
  ask(method: string, params: unknown) {
    return this.say(`/sys/a1pk/lamp/thing/${method}`, { id: '7', params });
  }
}
