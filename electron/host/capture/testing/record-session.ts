import type { Direction } from '../../../../shared/contract/packets.ts';
import { PacketFile } from '../packet-file.ts';
import { PacketLog } from '../packet-log.ts';

/** Microseconds since the epoch at which sessions of tests begin. */
export const START_US = 1_763_800_000_000_000;

/** A chunk as it crosses the wire. */
export interface Step {
  readonly sent: boolean;
  readonly chunk: Uint8Array;
}

/** Records connections, one after the other, a millisecond between two chunks. */
export async function recordSession(
  path: string,
  connections: readonly (readonly Step[])[],
  closer?: Direction,
): Promise<{ log: PacketLog; file: PacketFile }> {
  const file = await PacketFile.create(path);
  const log = new PacketLog(file);
  log.writeHeader();
  let time = START_US;
  const tick = () => {
    time += 1000;
    return time;
  };
  for (const steps of connections) {
    const number = log.openConnection(tick());
    for (const { sent, chunk } of steps) log.append(number, sent, Buffer.from(chunk), tick());
    log.closeConnection(number, tick(), closer);
  }
  await file.flush();
  return { log, file };
}

/** Everything the index knows of every row. */
export function indexRows({ index, topics }: PacketLog): object[] {
  return Array.from({ length: index.length }, (_, row) => ({
    time: index.time(row),
    size: index.size(row),
    header: index.header(row),
    sent: index.sent(row),
    broken: index.broken(row),
    packetId: index.packetId(row),
    topic: index.topic(row) < 0 ? null : topics.text(index.topic(row)),
    code: index.code(row),
    peer: index.peer(row),
    connection: index.connection(row),
  }));
}

/** The bytes of every row as hex, read from the file. */
export async function rowBytes(log: PacketLog): Promise<string[]> {
  const all: string[] = [];
  for (let row = 0; row < log.index.length; row += 1) {
    all.push((await log.read(row, Number.MAX_SAFE_INTEGER)).toString('hex'));
  }
  return all;
}
