import { DETAIL_BYTES_MAX } from '../../shared/contract/packets.ts';
import { ask } from '../bridge.ts';
import { copyText } from '../components/copy-text.ts';
import { bytesOf } from './bytes/base64.ts';
import { copyOfPacket, type PacketCopy } from './copy-packet.ts';

/**
 * Copies a packet that need not be on the screen; false where it could not be read or copied.
 *
 * @param endpoint where the capture was made, for the command
 */
export async function copyFromCapture(
  captureId: string,
  row: number,
  what: PacketCopy,
  endpoint: string,
): Promise<boolean> {
  try {
    const detail = await ask('packet.get', { captureId, row });
    const bytes = new Uint8Array(detail.row.size);
    bytes.set(bytesOf(detail.bytes));
    for (let start = DETAIL_BYTES_MAX; start < bytes.length; start += DETAIL_BYTES_MAX) {
      const part = await ask('packet.bytes', { captureId, row, start, count: DETAIL_BYTES_MAX });
      bytes.set(bytesOf(part.bytes), start);
    }
    return await copyText(copyOfPacket(what, detail, bytes, endpoint));
  } catch {
    return false;
  }
}
