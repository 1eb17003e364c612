import { z } from 'zod';

/** The most characters of a reply's payload that are told; the packet has them all. */
export const REPLY_TEXT_MAX = 4096;

/** What the platform answered to a message: not its PUBACK, which is the broker's. */
export const replySchema = z.object({
  topic: z.string(),
  /** The first characters of its payload. */
  payload: z.string(),
  /** This and the next four as in `ReplyOutcome` (shared/alibaba/reply-outcome). */
  protocol: z.enum(['alink', 'shadow']),
  code: z.number().nullable(),
  isSuccess: z.boolean().nullable(),
  message: z.string(),
  leftOut: z.array(z.string()).readonly(),
  /** From the message to the reply on the wire; null where they were not recorded. */
  milliseconds: z.number().nullable(),
  /** Milliseconds that the platform's clock is ahead of this one, in a reply that tells its time. */
  clockOffset: z.number().nullable(),
});
export type Reply = z.infer<typeof replySchema>;

/** A reply that is awaited. */
export const awaitedReplySchema = z.object({
  id: z.string(),
  /** Where it will come. */
  topic: z.string(),
});
export type AwaitedReply = z.infer<typeof awaitedReplySchema>;
