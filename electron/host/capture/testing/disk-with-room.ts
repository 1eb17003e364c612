import type { WriteAt } from '../packet-file.ts';

/** A real disk with room for so many bytes of each file; `room` may change as a test goes on. */
export function diskWithRoom(room: number, step = Number.MAX_SAFE_INTEGER) {
  const disk = { room };
  const write: WriteAt = async (handle, pieces, position) => {
    const bytes = Buffer.concat(pieces);
    const count = Math.min(bytes.length, step, disk.room - position);
    if (count <= 0) throw new Error('ENOSPC: no space left on device');
    return (await handle.write(bytes, 0, count, position)).bytesWritten;
  };
  return { disk, write };
}
