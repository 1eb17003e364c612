import { z } from 'zod';
import { directionSchema } from './packets.ts';

/** The most series that one capture remembers to be drawn. */
export const SERIES_MAX = 8;
/** The most series that one `series.read` may ask for: every exchange by who began it. */
export const SOURCES_MAX = 16;
/** The most numeric fields of one capture that are listed: the first that were seen. */
export const FIELDS_MAX = 2_000;
/** The most points of one series in an answer. */
export const POINTS_MAX = 2_000;
/**
 * The most values of one series that the host keeps, 20 bytes each. When there are more, the least
 * and the greatest of every four are kept, and so on: `thinned` says how many became one.
 */
export const SAMPLES_MAX = 262_144;
/** Payloads longer than this are not searched for numbers. */
export const SEARCHED_BYTES_MAX = 262_144;

/** Exchanges by what is asked; `reply` is an Alink or RRPC message and its answer. */
export const exchangeKinds = [
  'connect',
  'publish1',
  'publish2',
  'release',
  'subscribe',
  'unsubscribe',
  'ping',
  'reply',
] as const;
export type ExchangeKind = (typeof exchangeKinds)[number];

/** Which packets are counted: those of a direction, or of a family. */
export const rateKinds = [
  'sent',
  'received',
  'connection',
  'publish',
  'acknowledgement',
  'subscription',
  'ping',
] as const;
export type RateKind = (typeof rateKinds)[number];

/** What is counted of packets: how many there are, or their bytes as MQTT packets on the wire. */
export const rateUnits = ['packets', 'bytes'] as const;
export type RateUnit = (typeof rateUnits)[number];

/** Microseconds that may be counted together. */
export const rateIntervals = [100_000, 1_000_000, 10_000_000, 60_000_000, 600_000_000] as const;
export type RateInterval = (typeof rateIntervals)[number];

/** A number in a JSON payload; an empty path is the payload itself. */
export const fieldSourceSchema = z.object({
  kind: z.literal('field'),
  topic: z.string().max(65_535),
  path: z.array(z.union([z.string().max(1_024), z.number().int().min(0)])).max(16),
});
export type FieldSource = z.infer<typeof fieldSourceSchema>;

/**
 * Packets, or their bytes, in each interval, as counted. Intervals begin at whole multiples of their
 * length since the epoch; a value stands in the middle of its interval, once that is over.
 */
export const rateSourceSchema = z.object({
  kind: z.literal('rate'),
  of: z.enum(rateKinds),
  unit: z.enum(rateUnits),
  interval: z.literal(rateIntervals),
});
export type RateSource = z.infer<typeof rateSourceSchema>;

/** Milliseconds from a packet to its answer, at the time of the answer. */
export const roundTripSourceSchema = z.object({
  kind: z.literal('roundTrip'),
  of: z.enum(exchangeKinds),
  /** Which way the request went. */
  direction: directionSchema,
});
export type RoundTripSource = z.infer<typeof roundTripSourceSchema>;

/** Where the values of a series come from. */
export const seriesSourceSchema = z.discriminatedUnion('kind', [
  fieldSourceSchema,
  roundTripSourceSchema,
  rateSourceSchema,
]);
export type SeriesSource = z.infer<typeof seriesSourceSchema>;

/** A numeric field found in payloads on one topic. */
export const numericFieldSchema = fieldSourceSchema.extend({
  count: z.number().int(),
  last: z.number(),
});
export type NumericField = z.infer<typeof numericFieldSchema>;

const progress = {
  /** Packets looked at, of `packets`. */
  searched: z.number().int(),
  packets: z.number().int(),
  /** More packets may come. */
  live: z.boolean(),
};

/** Numeric fields in order of appearance. */
export const fieldListSchema = z.object({
  ...progress,
  fields: z.array(numericFieldSchema),
  /** There are fields that are not listed. */
  more: z.boolean(),
});
export type FieldList = z.infer<typeof fieldListSchema>;

/** A series within a span of time: every value, or the extremes of as many parts as there is room for. */
export const seriesPointsSchema = z.object({
  /** Ascending, microseconds since the epoch; a point on either side of the span is included. */
  times: z.array(z.number()),
  values: z.array(z.number()),
  /** The packet each value is from, as a row of the capture; -1 where there is none. */
  rows: z.array(z.number().int()),
  /** Places in the arrays from which on the points belong to another connection than those before; none for a rate. */
  breaks: z.array(z.number().int()),
  /**
   * Times of requests whose answer is overdue, or cannot come any more, ascending; one for each part of
   * the span that there is room for, and none for what is no exchange. Of messages those that ask for
   * a reply, as `exchangeFiguresSchema` says.
   */
  unanswered: z.array(z.number()),
  /** Values in the span, drawn or not; of a rate, intervals that are over, also those without packets. */
  count: z.number().int(),
  /**
   * null where the span has no value; the average also where not all values were kept. Intervals
   * without packets count as 0 here, although only the first and the last of them are points.
   */
  min: z.number().nullable(),
  max: z.number().nullable(),
  average: z.number().nullable(),
  last: z.number().nullable(),
  /** How many values one of those that are kept stands for; 1 if all are. */
  thinned: z.number().int(),
});
export type SeriesPoints = z.infer<typeof seriesPointsSchema>;

/** Some series of a capture, in the order in which they were asked for. */
export const seriesAnswerSchema = z.object({
  ...progress,
  /**
   * First and last time of the capture and, beyond them, of the intervals that were counted;
   * microseconds since the epoch, null while it is empty.
   */
  start: z.number().nullable(),
  end: z.number().nullable(),
  /** Spans without a connection, between two of them; those too near to be told apart are one. */
  offline: z.array(z.object({ from: z.number(), to: z.number() })),
  /** What this answer knows: another one when packets or the passing of time brought something new. */
  revision: z.number().int(),
  /** null if nothing is new since the answer that `since` names. */
  series: z.array(seriesPointsSchema).nullable(),
});
export type SeriesAnswer = z.infer<typeof seriesAnswerSchema>;
