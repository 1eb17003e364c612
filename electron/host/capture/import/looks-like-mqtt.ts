import { PACKET_BYTES_MAX } from '../../../../shared/mqtt/frame-splitter.ts';

/** The flags of each control packet type that has fixed ones (MQTT 3.1.1 §2.2.2), by its number. */
const FLAGS = [-1, 0, 0, -1, 0, 0, 2, 0, 2, 0, 2, 0, 0, 0, 0, 0];
const CONNECT = 1;
const PUBLISH = 3;

/**
 * Whether control packets begin where these bytes begin: every fixed header in them has the flags of
 * its type and a length that fits, and what a CONNECT and a PUBLISH begin with is there. For finding
 * back into a stream of which bytes are missing.
 */
export function looksLikeMqtt(bytes: Uint8Array): boolean {
  if (bytes.length < 2) return false;
  for (let at = 0; at < bytes.length; ) {
    const header = bytes[at] ?? 0;
    const type = header >> 4;
    const flags = FLAGS[type] ?? -1;
    const known = type === PUBLISH ? ((header >> 1) & 3) !== 3 : flags === (header & 0x0f);
    if (!known) return false;
    let length = 0;
    let end = at + 1;
    for (let shift = 1; ; shift *= 128) {
      if (end >= bytes.length) return at > 0;
      if (end - at > 4) return false;
      const byte = bytes[end] ?? 0;
      end += 1;
      length += (byte & 0x7f) * shift;
      if ((byte & 0x80) === 0) break;
    }
    if (length > PACKET_BYTES_MAX || !bodyFits(type, bytes, end, length)) return false;
    at = end + length;
  }
  return true;
}

function bodyFits(type: number, bytes: Uint8Array, at: number, length: number): boolean {
  // PINGREQ and PINGRESP have no body; only MQTT 5 has a DISCONNECT with one, and AUTH.
  if (type === 12 || type === 13) return length === 0;
  if (type === 14 || type === 15) return true;
  if (length < 2) return false;
  if (at + 2 > bytes.length) return true;
  const text = (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
  if (type === PUBLISH) return text + 2 <= length;
  // `MQTT` or `MQIsdp`.
  if (type === CONNECT) return (text === 4 || text === 6) && (bytes[at + 2] ?? 0x4d) === 0x4d;
  return true;
}
