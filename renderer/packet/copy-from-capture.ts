import { DETAIL_BYTES_MAX } from '../../shared/contract/packets.ts';
import { ask } from '../bridge.ts';
import { copyText } from '../components/copy-text.ts';
import { bytesOf } from './bytes/base64.ts';
import { copyOfPackets, type PacketCopy, type WholePacket } from './copy-packet.ts';

/** Packets asked for at once: the way to the host and back takes longer than the answer. */
const ASKED_AT_ONCE = 50;

/**
 * Copies packets that need not be on the screen; false where they could not be read or copied.
 *
 * @param endpoint where the capture was made, for the command
 */
export async function copyFromCapture(
  captureId: string,
  rows: readonly number[],
  what: PacketCopy,
  endpoint: string,
): Promise<boolean> {
  try {
    const packets: WholePacket[] = [];
    for (let at = 0; at < rows.length; at += ASKED_AT_ONCE) {
      const asked = rows.slice(at, at + ASKED_AT_ONCE).map((row) => read(captureId, row));
      packets.push(...(await Promise.all(asked)));
    }
    return await copyText(copyOfPackets(what, packets, endpoint));
  } catch {
    return false;
  }
}

async function read(captureId: string, row: number): Promise<WholePacket> {
  const detail = await ask('packet.get', { captureId, row });
  const bytes = new Uint8Array(detail.row.size);
  bytes.set(bytesOf(detail.bytes));
  for (let start = DETAIL_BYTES_MAX; start < bytes.length; start += DETAIL_BYTES_MAX) {
    const part = await ask('packet.bytes', { captureId, row, start, count: DETAIL_BYTES_MAX });
    bytes.set(bytesOf(part.bytes), start);
  }
  return { detail, bytes };
}
