import type { CommandInput, CommandOutput } from '../../../shared/contract/commands.ts';
import type { packetCommands } from '../../../shared/contract/packet-commands.ts';
import { HostError } from '../../../shared/contract/result.ts';
import { rowsOfExchange } from '../../../shared/filter/exchange-chain.ts';
import type { CaptureLibrary } from './capture-library.ts';
import { packetDetail } from './packet-detail.ts';
import { packetValues } from './packet-values.ts';
import { publishBeside } from './publish-beside.ts';
import { Turns } from './view-turns.ts';

type PacketHandlers = {
  readonly [K in keyof typeof packetCommands]: (
    input: CommandInput<K>,
  ) => Promise<CommandOutput<K>>;
};

/** What the page asks about packets. */
export function packetHandlers(
  captures: Pick<CaptureLibrary, 'get' | 'getFor' | 'use'>,
): PacketHandlers {
  const turns = new Turns();

  async function logOf({ captureId, row }: CommandInput<'packet.get'>) {
    const { log } = await captures.getFor(captureId, row);
    if (row >= log.index.length) throw new HostError('not-found', `no packet ${row + 1}`);
    return log;
  }

  return {
    'packet.get': async ({ captureId, row }) =>
      packetDetail(await captures.getFor(captureId, row), row),
    'packet.bytes': async ({ start, count, ...packet }) => {
      const bytes = await (await logOf(packet)).readPart(packet.row, start, count);
      return { bytes: bytes.toString('base64') };
    },
    // What belongs to a packet may come far behind it: all of them must have been read.
    'packet.exchange': async (packet) => {
      await captures.get(packet.captureId);
      return { rows: rowsOfExchange((await logOf(packet)).index, packet.row) };
    },
    'packet.beside': async ({ step, ...packet }) => {
      const { index } = await logOf(packet);
      const row = await publishBeside(index, packet.row, step, turns);
      return { row, after: row === null ? null : index.time(row) - index.time(packet.row) };
    },
    'packet.values': ({ captureId, rows, paths }) =>
      captures.use(captureId, async ({ log }) => ({
        values: await packetValues(log, rows, paths, turns),
      })),
  };
}
