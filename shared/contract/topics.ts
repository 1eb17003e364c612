import { z } from 'zod';

/** The most topics of one capture that are counted by themselves: the first that were seen. */
export const TOPICS_COUNTED_MAX = 10_000;
/** The most topics that one `topics.counts` answers with: what a page takes in within a frame or two. */
export const TOPICS_ANSWER_MAX = 1_000;
/** The most messages that one `topics.values` may ask for. */
export const VALUES_MAX = 200;
/** The most characters of a value as `topics.values` answers it. */
export const VALUE_CHARACTERS_MAX = 200;

/** How often messages were published to a topic, both ways. */
export const topicCountSchema = z.object({
  topic: z.string(),
  sent: z.number().int(),
  received: z.number().int(),
  /** On the wire, both ways. */
  bytes: z.number().int(),
  /** When the first and the last were seen, microseconds since the epoch. */
  firstTime: z.number(),
  lastTime: z.number(),
  /** The last of them, as a row of the capture. */
  lastRow: z.number().int(),
});
export type TopicCount = z.infer<typeof topicCountSchema>;

/** What was published to since an earlier answer. */
export const topicCountsSchema = z.object({
  /** The topics with messages since then, the one that rested longest first. */
  topics: z.array(topicCountSchema),
  /** Different topics there are; those over TOPICS_COUNTED_MAX are not counted. */
  total: z.number().int(),
  /** What to ask for next: rows below are in this answer or an earlier one. */
  next: z.number().int(),
  /** Rows counted, of `packets`; fewer while a long capture is read. */
  searched: z.number().int(),
  packets: z.number().int(),
  /** More packets may come. */
  live: z.boolean(),
});
export type TopicCounts = z.infer<typeof topicCountsSchema>;

/** A message's payload in short. */
export const topicValueSchema = z.object({
  row: z.number().int(),
  /** The beginning of the text, white space drawn together; null if it is none (UTF-8). */
  text: z.string().nullable(),
  /** Bytes of the whole payload. */
  size: z.number().int(),
});
export type TopicValue = z.infer<typeof topicValueSchema>;
