import { z } from 'zod';

/** How bytes travel to the endpoint. */
export const transportSchema = z.enum(['tcp', 'tls', 'ws', 'wss']);
export type Transport = z.infer<typeof transportSchema>;

/** HMAC methods the platform takes in `signmethod` (D-73742). */
export const signMethodSchema = z.enum(['hmacmd5', 'hmacsha1', 'hmacsha256']);
export type SignMethod = z.infer<typeof signMethodSchema>;

/** 3.1.1 is protocol level 4, 5 is protocol level 5. */
export const mqttVersionSchema = z.enum(['3.1.1', '5']);
export type MqttVersion = z.infer<typeof mqttVersionSchema>;

const port = z.number().int().min(1).max(65_535);
const host = z
  .string()
  .trim()
  .min(1)
  .max(253)
  .regex(/^[A-Za-z0-9._:-]+$/, 'a host name or an IP address, without scheme or path');
/** Letters and digits only: it becomes the first label of the endpoint's host name. */
export const productKeySchema = z
  .string()
  .trim()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9]+$/, 'letters and digits only');
/** 4–32 characters in the console; the wire carries whatever the device was registered with. */
export const deviceNameSchema = z
  .string()
  .trim()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9_\-@.:]+$/, 'letters, digits and - _ @ . : only');

const options = {
  /** Seconds; 0 turns keep-alive off (plain MQTT only). */
  keepAlive: z.number().int().min(0).max(65_535),
  cleanSession: z.boolean(),
  transport: transportSchema,
  port,
  /** PEM text of one or more root certificates to trust instead of the runtime's own. */
  rootCertificate: z.string().max(262_144).nullable(),
};

const triple = {
  productKey: productKeySchema,
  deviceName: deviceNameSchema,
  signMethod: signMethodSchema,
  /** The free part of the MQTT client id, at most 64 characters (D-73742); empty: `${pk}.${dn}`. */
  clientId: z
    .string()
    .trim()
    .max(64)
    .regex(/^[^|\s]*$/, 'no spaces and no |'),
};

/** Keep-alive the platform accepts, in seconds (D-30527). */
export const PLATFORM_KEEP_ALIVE = { min: 30, max: 1200 } as const;
const platformKeepAlive = z
  .number()
  .int()
  .min(PLATFORM_KEEP_ALIVE.min)
  .max(PLATFORM_KEEP_ALIVE.max);

/** Where and as whom to connect, without any secret. */
export const deviceTargetSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('alibaba-public'),
    ...triple,
    ...options,
    keepAlive: platformKeepAlive,
    region: z.string().regex(/^[a-z]{2}-[a-z]+(-\d)?$/, 'a region id such as cn-shanghai'),
  }),
  z.object({
    kind: z.literal('alibaba-enterprise'),
    ...triple,
    ...options,
    keepAlive: platformKeepAlive,
    instanceId: z
      .string()
      .trim()
      .min(1)
      .max(64)
      .regex(/^[A-Za-z0-9-]+$/, 'letters, digits and - only'),
  }),
  z.object({
    kind: z.literal('local'),
    ...triple,
    keepAlive: platformKeepAlive,
    cleanSession: z.boolean(),
  }),
  z.object({
    kind: z.literal('broker'),
    name: z.string().trim().min(1).max(64),
    host,
    ...options,
    mqttVersion: mqttVersionSchema,
    /** Empty: the broker names the client (3.1.1 needs a clean session for that). */
    clientId: z.string().max(65_535),
    username: z.string().max(65_535),
  }),
]);
export type DeviceTarget = z.infer<typeof deviceTargetSchema>;
export type DeviceKind = DeviceTarget['kind'];

/**
 * A device as the page sends it. `secret` is the device secret or the broker password: it travels
 * once, from the form to the host. Leaving it out keeps the saved one; an empty text removes it.
 */
export const deviceDraftSchema = z.object({
  id: z.string().min(1).max(64).nullable(),
  target: deviceTargetSchema,
  secret: z.string().max(65_535).optional(),
});
export type DeviceDraft = z.infer<typeof deviceDraftSchema>;

/** A saved device as everyone but the host sees it: there is no field for a secret. */
export const deviceSchema = z.object({
  id: z.string(),
  target: deviceTargetSchema,
  hasSecret: z.boolean(),
  /** Milliseconds since the epoch. */
  createdAt: z.number(),
  lastConnectedAt: z.number().nullable(),
});
export type Device = z.infer<typeof deviceSchema>;

/** What a device is called in lists and tabs. */
export function deviceLabel(target: DeviceTarget): string {
  return target.kind === 'broker' ? target.name : target.deviceName;
}
