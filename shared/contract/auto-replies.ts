import { z } from 'zod';
import { errorCodeSchema, failureSchema } from './result.ts';

/** What the cloud may want of a device. A service called synchronously comes as an RRPC, and is a service all the same. */
export const autoReplyTriggerSchema = z.enum(['property-set', 'service', 'rrpc']);
export type AutoReplyTrigger = z.infer<typeof autoReplyTriggerSchema>;

/** How a device answers the cloud by itself. The same trigger and service takes the earlier one's place. */
export const autoReplyDraftSchema = z.object({
  trigger: autoReplyTriggerSchema,
  /** Of a service, empty: of any that has no reply of its own. */
  service: z.string().trim().max(64),
  /** Off: it is kept and does nothing. */
  enabled: z.boolean(),
  /** Milliseconds from the request to the answer. */
  delayMs: z.number().int().min(0).max(60_000),
  /** A template (shared/alibaba/messages/template) that may use `{{request.…}}`. */
  payload: z.string().max(65_536),
});
export type AutoReplyDraft = z.infer<typeof autoReplyDraftSchema>;

/** In force until something else is saved: off, at once, and success, whatever was asked. */
export const initialAutoReply: Pick<AutoReplyDraft, 'enabled' | 'delayMs' | 'payload'> = {
  enabled: false,
  delayMs: 0,
  payload: `{
  "id": "{{request.id}}",
  "code": 200,
  "data": {}
}`,
};

/** What is left out stays as it is. */
export const autoReplyChangesSchema = autoReplyDraftSchema.extend({
  enabled: autoReplyDraftSchema.shape.enabled.exactOptional(),
  delayMs: autoReplyDraftSchema.shape.delayMs.exactOptional(),
  payload: autoReplyDraftSchema.shape.payload.exactOptional(),
});
export type AutoReplyChanges = z.infer<typeof autoReplyChangesSchema>;

export const autoReplySchema = autoReplyDraftSchema.extend({ id: z.string() });
export type AutoReply = z.infer<typeof autoReplySchema>;

/** Answers that wait for their delay at once. */
export const REPLIES_WAITING_MAX = 1000;

/** Why an answer was not sent; `too-many` where REPLIES_WAITING_MAX of them wait. */
export const replyErrorSchema = failureSchema.extend({
  code: z.union([errorCodeSchema, z.literal('too-many')]),
});
export type ReplyError = z.infer<typeof replyErrorSchema>;

/** A reply and what has become of it in a session. */
export const autoReplyStateSchema = autoReplySchema.extend({
  /** Answers that the broker took as their QoS asks. */
  sent: z.number().int(),
  /** Why the last answer was not sent, if it was not. */
  error: replyErrorSchema.nullable(),
});
export type AutoReplyState = z.infer<typeof autoReplyStateSchema>;
