import type { DeviceTarget } from '../../../shared/contract/devices.ts';
import type { EventName, EventPayload } from '../../../shared/contract/events.ts';
import type { PacketRow } from '../../../shared/contract/packets.ts';
import type { TestHost } from '../test-support.ts';

export const owner = { productKey: 'a1B2c3D4e5F', deviceName: 'lamp-01' };

/** A device on the local platform. */
export function localTarget(changes: Partial<typeof owner> = {}): DeviceTarget {
  return {
    kind: 'local',
    ...owner,
    signMethod: 'hmacsha256',
    clientId: '12345',
    keepAlive: 60,
    cleanSession: true,
    ...changes,
  };
}

/** Resolves with the first received message of a capture that is on the topic. */
export async function received(app: TestHost, captureId: string, topic: string) {
  for (;;) {
    const row = (await app.rows(captureId)).find(
      (one: PacketRow) => one.direction === 'received' && one.topic === topic,
    );
    if (row !== undefined) return await payloadOf(app, captureId, row.row);
    await new Promise((wake) => setTimeout(wake, 10));
  }
}

async function payloadOf(app: TestHost, captureId: string, row: number): Promise<string> {
  const { bytes, payload } = await app.ask('packet.get', { captureId, row });
  const { start, end } = payload ?? { start: 0, end: 0 };
  return Buffer.from(bytes, 'base64').subarray(start, end).toString();
}

/** Every payload of an event so far. */
export function told<K extends EventName>(app: TestHost, name: K): EventPayload<K>[] {
  return app.events.filter((event) => event.name === name).map(({ payload }) => payload as never);
}

/** A message of text at QoS 1. */
export const message = (topic: string, data: unknown) => ({
  topic,
  qos: 1 as const,
  retain: false,
  payload: { encoding: 'utf8' as const, data: JSON.stringify(data) },
});
