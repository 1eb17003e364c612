import { z } from 'zod';
import { findingSchema } from './packets.ts';

/** The most kinds of problem that are listed of one capture; `hidden` counts what is over it. */
export const PROBLEMS_MAX = 200;

/** One rule that packets of a capture broke, about one subject. */
export const problemSchema = z.object({
  finding: findingSchema,
  /** What it is about: a topic, a type of packet; empty if the rule says it all. */
  subject: z.string(),
  /** First and last packet that broke it, as rows of the capture. */
  firstRow: z.number().int(),
  lastRow: z.number().int(),
  /** How often. */
  count: z.number().int(),
  /** Time of the first, microseconds since the epoch. */
  time: z.number(),
});
export type Problem = z.infer<typeof problemSchema>;

/** What was found in a capture so far, in the order of the first packets. */
export const problemListSchema = z.object({
  captureId: z.string(),
  problems: z.array(problemSchema),
  /** Findings that are not listed because PROBLEMS_MAX kinds are. */
  hidden: z.number().int(),
  /** Packets looked at, of `packets`. */
  checked: z.number().int(),
  packets: z.number().int(),
});
export type ProblemList = z.infer<typeof problemListSchema>;
