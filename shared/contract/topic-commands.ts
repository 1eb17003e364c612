import { z } from 'zod';
import { topicCountsSchema, topicValueSchema, VALUES_MAX } from './topics.ts';

const captureId = z.string().min(1).max(128);
const row = z.number().int().min(0);

/** Commands about the topics of a capture's messages. */
export const topicCommands = {
  /**
   * Counts on from where the last question left it, for a limited time; `searched` tells how far it
   * came. Ask with `since: 0` first, then with `next` of the answer before, again at once while
   * `next` is below `packets`. Nothing is counted while nobody asks.
   */
  'topics.counts': {
    input: z.object({ captureId, since: row }),
    output: topicCountsSchema,
  },
  /** The payloads of some PUBLISH packets in short; rows that are none are left out. */
  'topics.values': {
    input: z.object({ captureId, rows: z.array(row).max(VALUES_MAX) }),
    output: z.object({ values: z.array(topicValueSchema) }),
  },
} as const;
