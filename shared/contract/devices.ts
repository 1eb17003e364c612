import { z } from 'zod';
import {
  alpnSchema,
  connectPropertiesSchema,
  webSocketPathSchema,
  willSchema,
} from './broker-options.ts';
import {
  certificatesSchema,
  type DeviceCredentials,
  deviceCredentialsSchema,
  deviceSecretCredentials,
  extendedParametersSchema,
  localCredentialsSchema,
  secretNameSchema,
} from './credentials.ts';

/** How bytes travel to the endpoint. */
export const transportSchema = z.enum(['tcp', 'tls', 'ws', 'wss']);
export type Transport = z.infer<typeof transportSchema>;

/** HMAC methods the platform takes in `signmethod` (D-73742). */
export const signMethodSchema = z.enum(['hmacmd5', 'hmacsha1', 'hmacsha256']);
export type SignMethod = z.infer<typeof signMethodSchema>;

/** 3.1 is protocol level 3, 3.1.1 level 4, 5 level 5. */
export const mqttVersionSchema = z.enum(['3.1', '3.1.1', '5']);
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
  /** PEM text of one or more root certificates to trust; null: those of `roots`. */
  rootCertificate: z.string().max(262_144).nullable(),
  /** Which store to trust without a root certificate; absent: the runtime's. */
  roots: z.enum(['runtime', 'system']).optional(),
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
  /** Further parameters of the client id; absent: none. */
  parameters: extendedParametersSchema.optional(),
};

/** What both kinds of Alibaba Cloud instance have beside the triple; absent: see each. */
const cloud = {
  /** How it says who it is; absent: by its device secret, with a timestamp. */
  credentials: deviceCredentialsSchema.optional(),
  /** A host to connect to instead of the instance's own: a private network's, a proxy. */
  host: host.optional(),
};

/** Keep-alive the platform accepts, in seconds (D-30527). */
export const PLATFORM_KEEP_ALIVE = { min: 30, max: 1200 } as const;
const platformKeepAlive = z
  .number()
  .int()
  .min(PLATFORM_KEEP_ALIVE.min)
  .max(PLATFORM_KEEP_ALIVE.max);

/** Where and as whom to connect, without any secret. */
const anyTargetSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('alibaba-public'),
    ...triple,
    ...options,
    ...cloud,
    keepAlive: platformKeepAlive,
    region: z.string().regex(/^[a-z]{2}-[a-z]+(-\d)?$/, 'a region id such as cn-shanghai'),
  }),
  z.object({
    kind: z.literal('alibaba-enterprise'),
    ...triple,
    ...options,
    ...cloud,
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
    credentials: localCredentialsSchema.optional(),
    /** Absent: TCP. */
    transport: transportSchema.optional(),
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
    /** Of a WebSocket; absent: `/mqtt`. */
    path: webSocketPathSchema.optional(),
    /** Absent: no will. */
    will: willSchema.optional(),
    /** Of MQTT 5; absent: none is sent. */
    properties: connectPropertiesSchema.optional(),
    /** The client's own certificate, whose key is in the vault; absent: it shows none. */
    clientCertificate: certificatesSchema.optional(),
    /** Absent: none is offered. */
    alpn: alpnSchema.optional(),
  }),
]);
export type DeviceTarget = z.infer<typeof anyTargetSchema>;
export type DeviceKind = DeviceTarget['kind'];
/** A target on IoT Platform or on the local one: it has a triple. */
export type TripleTarget = Exclude<DeviceTarget, { kind: 'broker' }>;

/** How a triple's target says who it is. */
export function credentialsOfTarget(target: TripleTarget): DeviceCredentials {
  return target.credentials ?? deviceSecretCredentials;
}

/** How a target is reached. */
export function transportOf(target: DeviceTarget): Transport {
  return target.transport ?? 'tcp';
}

/** Whether a transport is encrypted. */
export function isEncrypted(transport: Transport): boolean {
  return transport === 'tls' || transport === 'wss';
}

/**
 * A target whose credentials fit its transport: dynamic registration, the token it gives and client
 * certificates are for TLS alone (alibaba-iot §1.5, §1.6).
 */
export const deviceTargetSchema = anyTargetSchema.refine(
  (target) =>
    target.kind === 'broker' ||
    credentialsOfTarget(target).kind === 'secret' ||
    isEncrypted(transportOf(target)),
  { path: ['transport'], message: 'these credentials need TLS' },
);

const secretText = z.string().max(65_535).optional();

/**
 * A device as the page sends it. Secrets travel once, from the form to the host: `secret` is the
 * device secret or the broker's password. Leaving one out keeps what is saved; an empty text removes
 * it, and what the target has no use for is removed too.
 */
export const deviceDraftSchema = z.object({
  id: z.string().min(1).max(64).nullable(),
  target: deviceTargetSchema,
  secret: secretText,
  productSecret: secretText,
  /** PEM text. */
  privateKey: secretText,
  passphrase: secretText,
});
export type DeviceDraft = z.infer<typeof deviceDraftSchema>;

/** A saved device as everyone but the host sees it: there is no field for a secret. */
export const deviceSchema = z.object({
  id: z.string(),
  target: deviceTargetSchema,
  /** Which secrets are saved for it. */
  secrets: z.array(secretNameSchema),
  /** Milliseconds since the epoch. */
  createdAt: z.number(),
  lastConnectedAt: z.number().nullable(),
});
export type Device = z.infer<typeof deviceSchema>;

/** What a device is called in lists and tabs. */
export function deviceLabel(target: DeviceTarget): string {
  return target.kind === 'broker' ? target.name : target.deviceName;
}
