import { z } from 'zod';
import { connectionStateSchema } from '../session/connection-state.ts';
import { directionSchema, packetRowSchema } from './packets.ts';
import { exchangeKinds } from './series.ts';

/** The most packets in the list of the slowest answers, and in that of the largest packets. */
export const TOP_MAX = 10;
/** The most connections that one answer tells of, the latest. */
export const CONNECTIONS_TOLD_MAX = 100;

/** Packets and their bytes on the wire. */
const amountSchema = z.object({ packets: z.number().int(), bytes: z.number().int() });

/** What went one way, or both. */
export const flowSchema = amountSchema.extend({
  /** The whole second of the clock with the most packets, by its beginning; null without packets. */
  peak: z.object({ time: z.number(), packets: z.number().int() }).nullable(),
});
export type Flow = z.infer<typeof flowSchema>;

/** How many packets of a kind went which way, one at least, and how large they were. */
export const packetFiguresSchema = z.object({
  sent: z.number().int(),
  received: z.number().int(),
  /** Bytes on the wire: of all, of the smallest and of the largest packet. */
  bytes: z.number().int(),
  smallest: z.number().int(),
  largest: z.number().int(),
});
export type PacketFigures = z.infer<typeof packetFiguresSchema>;

/** The packets of one type; those of PUBLISH are also told by their QoS. */
export const typeFiguresSchema = packetFiguresSchema.extend({
  /** As `type:` of a filter names it. */
  type: z.string(),
  /** null for all packets of the type. */
  qos: z.number().int().nullable(),
});
export type TypeFigures = z.infer<typeof typeFiguresSchema>;

/** The packets of one range of sizes. */
export const lengthFiguresSchema = packetFiguresSchema.extend({
  /** Bytes on the wire, both included: 0 for the first range; `to` is null for the last. */
  from: z.number().int(),
  to: z.number().int().nullable(),
});
export type LengthFigures = z.infer<typeof lengthFiguresSchema>;

const exchangeKindSchema = z.enum(exchangeKinds);

/** Exchanges of one kind that begin with a packet of the view. Times are microseconds. */
export const exchangeFiguresSchema = z.object({
  of: exchangeKindSchema,
  /** Which way the request went. */
  direction: directionSchema,
  answered: z.number().int(),
  /**
   * Requests whose answer is overdue, or cannot come any more. Of messages those that ask for a reply:
   * the platform's topic catalogue has one for their topic, and they do not decline it by `sys.ack` 0
   * (D-120329). A device that is not subscribed to the replies gets none; that is not looked at.
   */
  unanswered: z.number().int(),
  /** null while nothing was answered. `p95` is within three per cent: it comes from a histogram. */
  times: z
    .object({ min: z.number(), mean: z.number(), p95: z.number(), max: z.number() })
    .nullable(),
});
export type ExchangeFigures = z.infer<typeof exchangeFiguresSchema>;

/** A request and how long its answer took, in microseconds. */
export const slowAnswerSchema = z.object({
  of: exchangeKindSchema,
  took: z.number(),
  packet: packetRowSchema,
});
export type SlowAnswer = z.infer<typeof slowAnswerSchema>;

/** What crossed one network connection, of the packets in the view. */
export const connectionFiguresSchema = z.object({
  /** 1 for the capture's first. */
  number: z.number().int(),
  /** Microseconds since the epoch; `ended` is null where no end was recorded. */
  begun: z.number(),
  ended: z.number().nullable(),
  sent: amountSchema,
  received: amountSchema,
  /** What the session came to when it was over; null where that was not noted, as in an import. */
  state: connectionStateSchema.nullable(),
  /** Who said DISCONNECT last, of the packets in the view. */
  disconnect: directionSchema.nullable(),
});
export type ConnectionFigures = z.infer<typeof connectionFiguresSchema>;

/** A view in figures. Times are microseconds since the epoch. */
export const statisticsSchema = z.object({
  /** Rows of the view in these figures, of `total`; fewer while many are counted. */
  counted: z.number().int(),
  total: z.number().int(),
  /** The figures may change: the capture is being recorded, or the filter is still looking. */
  growing: z.boolean(),
  /** The capture is being recorded. */
  live: z.boolean(),
  /** Times of the first and the last packet; null without one. */
  first: z.number().nullable(),
  last: z.number().nullable(),
  all: flowSchema,
  sent: flowSchema,
  received: flowSchema,
  /** In the order of their numbers, broken ones last; the types that there are. */
  types: z.array(typeFiguresSchema),
  /** In the order of their sizes; the ranges that there are packets in. */
  lengths: z.array(lengthFiguresSchema),
  exchanges: z.array(exchangeFiguresSchema),
  /** The slowest first, and the largest. */
  slowest: z.array(slowAnswerSchema).max(TOP_MAX),
  largest: z.array(packetRowSchema).max(TOP_MAX),
  /** The latest, in order of appearance. */
  connections: z.array(connectionFiguresSchema).max(CONNECTIONS_TOLD_MAX),
  /** Connections that the view has packets of. */
  connectionsTotal: z.number().int(),
});
export type Statistics = z.infer<typeof statisticsSchema>;
