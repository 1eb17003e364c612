import { z } from 'zod';

const text = z.string().max(65_535);

/** A user property of MQTT 5: the same name may come several times. */
export const userPropertySchema = z.object({ name: text, value: text });

/** Properties of an MQTT 5 PUBLISH (§3.3.2.3); one that is absent is not sent. */
export const publishPropertiesSchema = z.object({
  /** True: the payload is UTF-8 text. */
  payloadFormatIndicator: z.boolean().optional(),
  /** Seconds that the broker keeps the message for subscribers. */
  messageExpiryInterval: z.number().int().min(0).max(0xff_ff_ff_ff).optional(),
  contentType: text.optional(),
  /** Where the answer shall go. */
  responseTopic: text
    .min(1)
    .refine((topic) => !/[+#\0]/.test(topic), 'a topic to answer on has no + and no #')
    .optional(),
  correlationData: z.base64().max(87_380).optional(),
  userProperties: z.array(userPropertySchema).max(64).optional(),
});
export type PublishProperties = z.infer<typeof publishPropertiesSchema>;
