import { z } from 'zod';
import { userPropertySchema } from './publish-properties.ts';
import { qosSchema } from './sessions.ts';

const uint16 = z.number().int().min(0).max(65_535);
const uint32 = z.number().int().min(0).max(0xff_ff_ff_ff);

/** What the broker publishes when the connection ends without a DISCONNECT (MQTT 3.1.1 §3.1.2.5). */
export const willSchema = z.object({
  topic: z
    .string()
    .min(1)
    .max(65_535)
    .refine((topic) => !/[+#\0]/.test(topic), 'a topic to publish to has no + and no #'),
  /** Sent as UTF-8; two bytes say its length (MQTT 3.1.1 §3.1.3.3). */
  payload: z.string().refine((text) => utf8Length(text) <= 65_535, 'at most 65,535 bytes'),
  qos: qosSchema,
  retain: z.boolean(),
  /** Seconds to wait for the client to come back, MQTT 5 alone; absent: 0. */
  delay: uint32.optional(),
});
export type Will = z.infer<typeof willSchema>;

/** Bytes of a text in UTF-8. */
function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    length += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_00_00 ? 3 : 4;
  }
  return length;
}

/** Properties of an MQTT 5 CONNECT (§3.1.2.11); one that is absent is not sent. */
export const connectPropertiesSchema = z.object({
  /** Seconds the broker keeps the session after the connection; 4,294,967,295 is for ever. */
  sessionExpiryInterval: uint32.optional(),
  /** Messages of QoS 1 and 2 that may be unanswered at a time. */
  receiveMaximum: uint16.min(1).optional(),
  /** Bytes. */
  maximumPacketSize: uint32.min(1).optional(),
  topicAliasMaximum: uint16.optional(),
  requestResponseInformation: z.boolean().optional(),
  requestProblemInformation: z.boolean().optional(),
  userProperties: z.array(userPropertySchema).max(64).optional(),
});
export type ConnectProperties = z.infer<typeof connectPropertiesSchema>;

/** Names of protocols offered in the TLS handshake, the preferred one first (RFC 7301 §3.1). */
export const alpnSchema = z
  .array(
    z
      .string()
      .min(1)
      .max(255)
      .regex(/^[\x21-\x7e]+$/),
  )
  .max(16);

/** The path of a WebSocket's URL. */
export const webSocketPathSchema = z
  .string()
  .trim()
  .max(1024)
  .regex(/^\/[\x21-\x7e]*$/, 'a path that begins with /');
