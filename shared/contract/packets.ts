import { z } from 'zod';
import { stateBandSchema } from './ladder-commands.ts';

export const directionSchema = z.enum(['sent', 'received']);
export type Direction = z.infer<typeof directionSchema>;

/** One row of a packet timeline: what the index knows, nothing decoded. */
export const packetRowSchema = z.object({
  /** Position in the capture, 0 is the first packet; shown as No. `row + 1`. */
  row: z.number().int(),
  /** Microseconds since the epoch (an integer, safe in a double until 2255). */
  time: z.number(),
  direction: directionSchema,
  /** Which network connection of the capture it crossed, 1 is the first. */
  connection: z.number().int(),
  /** The first byte of the fixed header: control packet type and flags. */
  header: z.number().int().min(0).max(255),
  packetId: z.number().int().nullable(),
  /** PUBLISH: topic. SUBSCRIBE, UNSUBSCRIBE: filters joined by ", ". CONNECT: client id. */
  topic: z.string().nullable(),
  /** Bytes on the wire, fixed header included. */
  size: z.number().int(),
  /** Return or reason code of an answer, the worst one of a SUBACK; null where there is none. */
  code: z.number().int().nullable(),
  /** The row of the other half of the exchange, and the time between the two in microseconds. */
  peer: z.number().int().nullable(),
  roundTrip: z.number().nullable(),
  /** The row of the other message of an Alink or RRPC dialogue, and the microseconds between. */
  related: z.number().int().nullable(),
  relatedAfter: z.number().nullable(),
  /** Microseconds since its connection began; absent where that is not known. */
  sinceConnect: z.number().optional(),
  /** Microseconds since the packet before it in the capture, shown or not; absent for the first. */
  gap: z.number().optional(),
  /** A request whose answer is overdue. */
  unanswered: z.boolean(),
  /** Bytes that do not form a control packet. */
  broken: z.boolean(),
});
export type PacketRow = z.infer<typeof packetRowSchema>;

/** A finding: what is wrong, why, and what to do. Texts are catalogue keys with values. */
export const findingSchema = z.object({
  severity: z.enum(['error', 'warning', 'hint']),
  /** Key below `findings.` in the catalogues. */
  rule: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Clause or document, such as `[MQTT-3.8.3-4]` or `D-30527`. */
  source: z.string(),
});
export type Finding = z.infer<typeof findingSchema>;

/** One decoded field with the bytes it came from, `end` exclusive, relative to the packet. */
export interface PacketField {
  readonly name: string;
  /** The value as text, masked where secret; empty for a group. */
  readonly value: string;
  /** What the value means ("QoS 1: at least once"); empty if nothing is to be said. */
  readonly meaning: string;
  readonly start: number;
  readonly end: number;
  readonly children: readonly PacketField[];
}
export const packetFieldSchema: z.ZodType<PacketField> = z.lazy(() =>
  z.object({
    name: z.string(),
    value: z.string(),
    meaning: z.string(),
    start: z.number().int(),
    end: z.number().int(),
    children: z.array(packetFieldSchema),
  }),
);

/** The most bytes of one packet that a detail answer carries; `size` tells the whole. */
export const DETAIL_BYTES_MAX = 1_048_576;

/** One packet, decoded field by field. */
export const packetDetailSchema = z.object({
  row: packetRowSchema,
  fields: z.array(packetFieldSchema),
  findings: z.array(findingSchema),
  /** How the connection changed right before it; null where it did not. */
  before: stateBandSchema.pick({ states: true, changes: true }).nullable(),
  /** The packet's bytes as Base64, the first DETAIL_BYTES_MAX of them. */
  bytes: z.string(),
  /** Where in the packet the application message lies; null for packets without one. */
  payload: z.object({ start: z.number().int(), end: z.number().int() }).nullable(),
});
export type PacketDetail = z.infer<typeof packetDetailSchema>;

/** A capture in the list of captures. */
export const captureSchema = z.object({
  id: z.string(),
  label: z.string(),
  endpoint: z.string(),
  deviceId: z.string().nullable(),
  /** The device of a platform that it is of, also of one that is not saved here; null for others. */
  owner: z.object({ productKey: z.string(), deviceName: z.string() }).nullable(),
  /** Milliseconds since the epoch. */
  startedAt: z.number(),
  packets: z.number().int(),
  /** Bytes of packets.pcapng. */
  bytes: z.number().int(),
  /** Being written now. */
  live: z.boolean(),
  /** Bytes cut from a half-written tail when the capture was last opened. */
  cut: z.number().int(),
  /** Packets that were not recorded: the disk failed, or fell too far behind. */
  dropped: z.number().int(),
  /**
   * Why recording stopped while the session goes on (a full disk), or null. `captures.resume` tries
   * again; packets that come until then are counted in `dropped`.
   */
  failure: z.string().nullable(),
  /** Kept when the oldest captures are deleted to stay within the byte budget. */
  pinned: z.boolean(),
  /** When it was imported, milliseconds since the epoch; null for what was recorded here. */
  importedAt: z.number().nullable(),
});
export type Capture = z.infer<typeof captureSchema>;
