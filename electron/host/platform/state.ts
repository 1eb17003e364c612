import { z } from 'zod';
import { thingModelSchema } from '../../../shared/alibaba/thing-model.ts';

const object = z.record(z.string(), z.unknown());

/** Where a device fetches its remote configuration. */
export const remoteConfigSchema = z.object({
  configId: z.string(),
  /** Bytes. */
  configSize: z.number(),
  /** SHA-256 of the content, lower-case hex. */
  sign: z.string(),
  url: z.string(),
});
export type RemoteConfig = z.infer<typeof remoteConfigSchema>;

export const customTopicSchema = z.object({
  pattern: z.string().min(1),
  permission: z.enum(['pub', 'sub', 'pubsub']),
});

/** A product: what its devices have in common. */
export const productSchema = z.object({
  productKey: z.string().min(1),
  /** Signs dynamic registrations; null: the product has none. */
  productSecret: z.string().min(1).nullable().default(null),
  /** The console's switch for dynamic registration. */
  dynamicRegistration: z.boolean().default(false),
  /** null: every property, event and service is taken. */
  thingModel: thingModelSchema.nullable().default(null),
  /** Topics that the user defined; `${productKey}` and `${deviceName}` stand for the device's own. */
  topics: z.array(customTopicSchema).default([]),
  config: remoteConfigSchema.nullable().default(null),
});
export type Product = z.infer<typeof productSchema>;
export type ProductDefinition = z.input<typeof productSchema>;

const timestamps = z.record(z.string(), z.unknown());

export const shadowSchema = z.object({
  version: z.number(),
  state: z.object({ reported: object, desired: object }),
  /** Seconds since the epoch of each attribute, as `{"timestamp":…}`. */
  metadata: z.object({ reported: timestamps, desired: timestamps }),
});
export type Shadow = z.infer<typeof shadowSchema>;

export const otaTaskSchema = z.object({
  module: z.string(),
  version: z.string(),
  url: z.string(),
  /** Bytes. */
  size: z.number(),
  sign: z.string(),
  signMethod: z.enum(['Md5', 'SHA256']),
  status: z.enum(['waiting', 'pushed', 'upgrading', 'succeeded', 'failed']),
  /** The last progress: 1 to 100, or -1 to -4 for a failed upgrade, download, check or flash. */
  step: z.number().nullable(),
});
export type OtaTask = z.infer<typeof otaTaskSchema>;

/** What the platform knows of a device beside its triple. */
export const deviceRecordSchema = z.object({
  productKey: z.string(),
  deviceName: z.string(),
  /** Custom topics of this device alone, beside those of its product. */
  topics: z.array(customTopicSchema).default([]),
  /** It has logged in at least once. */
  activated: z.boolean(),
  disabled: z.boolean(),
  /** Tokens of a registration without pre-registration, by client id. */
  tokens: z.record(z.string(), z.string()),
  /** The last value of each property; `time` in milliseconds. */
  values: z.record(z.string(), z.object({ value: z.unknown(), time: z.number() })),
  desired: z.record(z.string(), z.object({ value: z.unknown(), version: z.number() })),
  tags: z.record(z.string(), z.string()),
  shadow: shadowSchema,
  /** Firmware versions by module; the device's own is `default`. */
  firmware: z.record(z.string(), z.string()),
  ota: otaTaskSchema.nullable(),
  /** What a device is told about uploading its log: 1 do, 0 do not. */
  logMode: z.union([z.literal(0), z.literal(1)]),
});
export type DeviceRecord = z.infer<typeof deviceRecordSchema>;

export function newShadow(): Shadow {
  return {
    version: 0,
    state: { reported: {}, desired: {} },
    metadata: { reported: {}, desired: {} },
  };
}

export function newRecord(productKey: string, deviceName: string): DeviceRecord {
  return {
    productKey,
    deviceName,
    topics: [],
    activated: false,
    disabled: false,
    tokens: {},
    values: {},
    desired: {},
    tags: {},
    shadow: newShadow(),
    firmware: {},
    ota: null,
    logMode: 0,
  };
}

/**
 * Everything the platform keeps, as plain JSON. It contains the secrets of products and of devices
 * that were made on the platform: whoever writes it to disk encrypts it.
 */
export const platformStateSchema = z.object({
  products: z.array(productSchema),
  devices: z.array(
    z.object({
      productKey: z.string(),
      deviceName: z.string(),
      deviceSecret: z.string(),
      topics: z.array(customTopicSchema).default([]),
    }),
  ),
  records: z.array(deviceRecordSchema),
});
export type PlatformState = z.infer<typeof platformStateSchema>;
