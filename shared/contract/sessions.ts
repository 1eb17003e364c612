import { z } from 'zod';
import { connectionStateSchema, connectPhaseSchema } from '../session/connection-state.ts';
import { autoReplyStateSchema } from './auto-replies.ts';
import { publishPropertiesSchema } from './publish-properties.ts';
import { replySchema } from './replies.ts';
import { failureSchema } from './result.ts';

export const qosSchema = z.union([z.literal(0), z.literal(1), z.literal(2)]);
export type Qos = z.infer<typeof qosSchema>;

/** A payload on its way to the host: text as UTF-8, or bytes as Base64. */
export const payloadSchema = z.discriminatedUnion('encoding', [
  z.object({ encoding: z.literal('utf8'), data: z.string() }),
  z.object({ encoding: z.literal('base64'), data: z.base64() }),
]);
export type Payload = z.infer<typeof payloadSchema>;

export const messageSchema = z.object({
  /** 1 to 65,535 bytes of UTF-8 without wildcards [MQTT-3.3.2-2]. */
  topic: z
    .string()
    .min(1)
    .max(65_535)
    .refine((topic) => !/[+#]/.test(topic) && !topic.includes('\0'), {
      message: 'a topic to publish to has no + and no #',
    }),
  qos: qosSchema,
  retain: z.boolean(),
  payload: payloadSchema,
  /**
   * Whether a text payload is a template (shared/alibaba/messages/template), filled in anew by the
   * host each time it is published; absent: it is sent as it is.
   */
  template: z.boolean().optional(),
  /** Of MQTT 5 alone: a session of an older version refuses the message. */
  properties: publishPropertiesSchema.optional(),
});
export type Message = z.infer<typeof messageSchema>;

export const subscriptionSchema = z.object({
  filter: z.string(),
  requestedQos: qosSchema,
  /** null until answered; 128 and above is a refusal [MQTT-3.9.3]. */
  granted: z.number().nullable(),
});
export type Subscription = z.infer<typeof subscriptionSchema>;

/** When and how often a message is published again. */
export const repeatPlanSchema = z.object({
  /** Seconds between two publishes. */
  everySeconds: z.number().min(0.1).max(86_400),
  /** How many times in all, failed ones included; absent: until stopped. */
  count: z.number().int().min(1).max(1_000_000).optional(),
  /** Milliseconds by which each publish but the first comes later at random; absent: 0. */
  jitterMs: z.number().int().min(0).max(86_400_000).optional(),
});
export type RepeatPlan = z.infer<typeof repeatPlanSchema>;

/** A message that is published again and again until its count is full, it is stopped, or the session ends. */
export const repeatSchema = repeatPlanSchema.extend({
  id: z.string(),
  message: messageSchema,
  /** Publishes that the broker answered as the QoS asks. */
  published: z.number().int(),
  /** Its count is full; it stays in the list until it is stopped. */
  finished: z.boolean(),
  /** Why the last publish failed, if it did. */
  error: failureSchema.nullable(),
  /** The platform's last reply to one of its messages; null until one came. */
  reply: replySchema.pick({ code: true, isSuccess: true, milliseconds: true }).nullable(),
});
export type Repeat = z.infer<typeof repeatSchema>;

/** How long a phase of the last attempt took; null while it runs. */
export const phaseTimingSchema = z.object({
  phase: connectPhaseSchema,
  milliseconds: z.number().nullable(),
});
export type PhaseTiming = z.infer<typeof phaseTimingSchema>;

/** How a session stands: changes with its connection and its subscriptions, not with each packet. */
export const sessionSchema = z.object({
  id: z.string(),
  deviceId: z.string(),
  label: z.string(),
  captureId: z.string(),
  /** Where it connects, such as `mqtts://host:8883`. */
  endpoint: z.string(),
  state: connectionStateSchema,
  phases: z.array(phaseTimingSchema),
  subscriptions: z.array(subscriptionSchema),
});
export type Session = z.infer<typeof sessionSchema>;

/** What of a session goes on as packets do. */
export const sessionProgressSchema = z.object({
  sessionId: z.string(),
  /** Packets in its capture. */
  packets: z.number().int(),
  /** PUBLISH packets received, by the topic filter subscribed to that matches them. */
  messages: z.record(z.string(), z.number().int()),
  repeats: z.array(repeatSchema),
  autoReplies: z.array(autoReplyStateSchema),
});
export type SessionProgress = z.infer<typeof sessionProgressSchema>;
