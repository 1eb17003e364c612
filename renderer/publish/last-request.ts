import type { PlatformRequest } from '../../shared/alibaba/messages/answer-request.ts';
import { ROWS_MAX } from '../../shared/contract/commands.ts';
import { packetTypeOf } from '../../shared/mqtt/packet-types.ts';
import { ask } from '../bridge.ts';

const decoder = new TextDecoder();

/** The last message received on a topic that fits, among a capture's last 500 packets. */
export async function lastRequest(
  captureId: string,
  fits: (topic: string) => boolean,
): Promise<PlatformRequest | null> {
  const { viewId, total } = await ask('view.open', { captureId });
  try {
    const start = Math.max(0, total - ROWS_MAX);
    const { rows } = await ask('view.rows', { viewId, start, count: ROWS_MAX });
    const row = rows.findLast(
      ({ direction, header, topic }) =>
        direction === 'received' &&
        packetTypeOf(header) === 'PUBLISH' &&
        topic !== null &&
        fits(topic),
    );
    if (!row) return null;
    const { bytes, payload } = await ask('packet.get', { captureId, row: row.row });
    const packet = Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0));
    return {
      topic: row.topic ?? '',
      payload: decoder.decode(packet.subarray(payload?.start ?? 0, payload?.end ?? 0)),
    };
  } finally {
    await ask('view.close', { viewId });
  }
}
