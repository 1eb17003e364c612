import { z } from 'zod';
import { CELL_ROWS_MAX, cellPathSchema, cellValueSchema, JSON_COLUMNS_MAX } from './cell-values.ts';
import { DETAIL_BYTES_MAX, packetDetailSchema } from './packets.ts';

const packet = z.object({
  captureId: z.string().min(1).max(128),
  row: z.number().int().min(0),
});

/** Commands about packets; `not-found` where the capture or the row is not there. */
export const packetCommands = {
  'packet.get': { input: packet, output: packetDetailSchema },
  /** Bytes of a packet as Base64, from `start` on: as many as there are, at most `count`. */
  'packet.bytes': {
    input: packet.extend({
      start: z.number().int().min(0),
      count: z.number().int().min(1).max(DETAIL_BYTES_MAX),
    }),
    output: z.object({ bytes: z.string() }),
  },
  /**
   * The rows of the packets that belong to one, in order and itself included: its acknowledgements,
   * the message that it answers or that answers it, and the acknowledgements of that.
   */
  'packet.exchange': { input: packet, output: z.object({ rows: z.array(z.number().int()) }) },
  /**
   * The PUBLISH before this one (step -1) or after it (1) on the same topic in the same direction: its
   * row, and the microseconds from this one to it. Both null where there is none, and for any other packet.
   */
  'packet.beside': {
    input: packet.extend({ step: z.union([z.literal(1), z.literal(-1)]) }),
    output: z.object({ row: z.number().int().nullable(), after: z.number().nullable() }),
  },
  /**
   * What stands at some paths of the payloads of some packets: row by row as they were asked for, in
   * each path by path. null where there is nothing: no PUBLISH, no JSON, no such field, no such row,
   * and in packets of more than CELL_BYTES_MAX.
   */
  'packet.values': {
    input: z.object({
      captureId: packet.shape.captureId,
      rows: z.array(packet.shape.row).max(CELL_ROWS_MAX),
      paths: z.array(cellPathSchema).max(JSON_COLUMNS_MAX),
    }),
    output: z.object({ values: z.array(z.array(cellValueSchema.nullable())) }),
  },
} as const;
