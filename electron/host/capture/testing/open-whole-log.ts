import { beginPacketLog } from '../open-packet-log.ts';
import type { PacketFile } from '../packet-file.ts';
import type { PacketLog } from '../packet-log.ts';

/** Opens a capture's file and reads all of it; `cut` are the bytes at its end that could not be read. */
export async function openPacketLog(
  path: string,
): Promise<{ log: PacketLog; file: PacketFile; cut: number }> {
  const { log, file, rest } = await beginPacketLog(path);
  return { log, file, cut: await rest.read };
}
