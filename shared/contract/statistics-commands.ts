import { z } from 'zod';
import { statisticsSchema } from './statistics.ts';

/** What is asked of a view in figures; `not-found` where there is no such view. */
export const statisticsCommands = {
  /**
   * Counts on from where the last question left it, for a limited time; ask again at once while
   * `counted` is below `total`. Nothing is counted while nobody asks.
   */
  'view.statistics': {
    input: z.object({ viewId: z.string().min(1).max(128) }),
    output: statisticsSchema,
  },
} as const;
