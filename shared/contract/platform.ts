import { z } from 'zod';
import { misbehaviourSchema } from '../alibaba/misbehaviour.ts';
import { thingModelSchema } from '../alibaba/thing-model.ts';
import { deviceNameSchema, productKeySchema } from './devices.ts';

/** Bytes of a message, and of what is written to be one (D-30527). */
export const PLATFORM_TEXT_MAX = 262_144;
/** The most characters of one value that a page is told. */
export const VALUE_TEXT_MAX = 2000;
/** The most values, desired values and tags that a page is told of a device, each. */
export const VALUES_SHOWN_MAX = 300;
/** The most lines of the platform's log that one event carries. */
export const LOG_EVENT_LINES_MAX = 200;
/** The most scenarios that are kept, and steps that one may have. */
export const SCENARIOS_MAX = 100;
export const SCENARIO_STEPS_MAX = 50;

const text = z.string().max(PLATFORM_TEXT_MAX);
const values = z.record(z.string().min(1).max(256), z.unknown());

/** A device of the local platform. */
export const platformOwnerSchema = z.object({
  productKey: productKeySchema,
  deviceName: deviceNameSchema,
});
export type PlatformOwner = z.infer<typeof platformOwnerSchema>;

/** A text of which the first VALUE_TEXT_MAX characters are told; `hidden` counts the others. */
export const shownTextSchema = z.object({ text: z.string(), hidden: z.number().int() });
export type ShownText = z.infer<typeof shownTextSchema>;

/** A topic that the user defined; `${productKey}` and `${deviceName}` stand for the device's own. */
export const platformTopicSchema = z.object({
  pattern: z.string().min(1).max(1024),
  permission: z.enum(['pub', 'sub', 'pubsub']),
});
export type DefinedTopic = z.infer<typeof platformTopicSchema>;

/** What the devices of a product have in common, without its secret. */
export const platformProductSchema = z.object({
  productKey: z.string(),
  topics: z.array(platformTopicSchema),
  /** null: every property, event and service is taken. */
  thingModel: thingModelSchema.nullable(),
  hasSecret: z.boolean(),
  /** Devices may get their secret by signing with the product's. */
  dynamicRegistration: z.boolean(),
  /** The remote configuration that was pushed last. */
  config: z.object({ configId: z.string(), configSize: z.number() }).nullable(),
});
export type PlatformProduct = z.infer<typeof platformProductSchema>;

/** A firmware update that the cloud started. */
export const platformOtaSchema = z.object({
  module: z.string(),
  version: z.string(),
  status: z.enum(['waiting', 'pushed', 'upgrading', 'succeeded', 'failed']),
  /** The last progress: 1 to 100, or -1 to -4 for a failed upgrade, download, check or flash. */
  step: z.number().nullable(),
});

/** What the platform knows of a device. Values are JSON. */
export const platformDeviceSchema = platformOwnerSchema.extend({
  online: z.boolean(),
  /** When it came online, in milliseconds since the epoch; null while it is offline. */
  since: z.number().nullable(),
  /** It has logged in at least once. */
  activated: z.boolean(),
  disabled: z.boolean(),
  /** Filters of its connection. */
  subscriptions: z.array(z.string()),
  /** The last value of each property. */
  values: z.array(z.object({ name: z.string(), value: shownTextSchema, time: z.number() })),
  desired: z.array(z.object({ name: z.string(), value: shownTextSchema, version: z.number() })),
  tags: z.array(z.object({ name: z.string(), value: shownTextSchema })),
  /** Values, desired values and tags that are not told, because there are more than VALUES_SHOWN_MAX. */
  hidden: z.number().int(),
  shadow: z.object({ version: z.number(), reported: z.string(), desired: z.string() }),
  firmware: z.array(z.object({ module: z.string(), version: z.string() })),
  ota: platformOtaSchema.nullable(),
  /** The device is told to upload its log. */
  uploadsLog: z.boolean(),
  /** Custom topics of this device alone. */
  topics: z.array(platformTopicSchema),
});
export type PlatformDeviceView = z.infer<typeof platformDeviceSchema>;

/** One line of the platform's own log. */
export const platformLogLineSchema = z.object({
  /** Counts from 1 since the platform started. */
  number: z.number().int(),
  /** Milliseconds since the epoch. */
  time: z.number(),
  /** Empty where a CONNECT names no device. */
  productKey: z.string(),
  deviceName: z.string(),
  /** 200 for success; else a code of the run log, of Alink, or of CONNACK. */
  code: z.number().int(),
  message: shownTextSchema,
  /** From the device, to it, or about it. */
  direction: z.enum(['up', 'down', 'none']),
});
export type PlatformLogLine = z.infer<typeof platformLogLineSchema>;

/** The last lines, oldest first, of all that were written. */
export const platformLogSchema = z.object({
  lines: z.array(platformLogLineSchema),
  /** Lines written since the platform started. */
  total: z.number().int(),
});
export type PlatformLogTail = z.infer<typeof platformLogSchema>;

/** One step of a scenario. */
export const scenarioStepSchema = z.object({
  /** Seconds to wait before it. */
  afterSeconds: z.number().min(0).max(86_400),
  /** How the platform misbehaves from then on. */
  settings: misbehaviourSchema,
  /** The connection is cut then. */
  cut: z.boolean(),
});
export type ScenarioStep = z.infer<typeof scenarioStepSchema>;

export const scenarioDraftSchema = z.object({
  name: z.string().trim().min(1).max(64),
  steps: z.array(scenarioStepSchema).min(1).max(SCENARIO_STEPS_MAX),
});
export type ScenarioDraft = z.infer<typeof scenarioDraftSchema>;

/** Misbehaviour under a name, to be played again. */
export const scenarioSchema = scenarioDraftSchema.extend({ id: z.string() });
export type Scenario = z.infer<typeof scenarioSchema>;

/** How the platform misbehaves towards one device. */
export const misbehavingSchema = platformOwnerSchema.extend({
  settings: misbehaviourSchema,
  /** The scenario that is being played: steps that have begun, of all. null when there is none. */
  scenario: z
    .object({ name: z.string(), step: z.number().int(), steps: z.number().int() })
    .nullable(),
});
export type Misbehaving = z.infer<typeof misbehavingSchema>;

/** What concerns the platform as a whole. */
export const platformStatusSchema = z.object({
  /** URLs for MQTT clients, all on loopback; null while the platform does not run. */
  endpoints: z
    .object({ tcp: z.string(), tls: z.string(), ws: z.string(), wss: z.string() })
    .nullable(),
  /** The file with the authority of its certificates; null while it does not run. */
  caPath: z.string().nullable(),
  /** Devices towards which it misbehaves, or which a scenario is played to. */
  misbehaving: z.array(misbehavingSchema),
  /** In order of their names. */
  scenarios: z.array(scenarioSchema),
});
export type PlatformStatus = z.infer<typeof platformStatusSchema>;

/** Something the cloud does with a device. */
export const platformActSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set-property'), values }),
  /** Sets desired values; they are sent as well if the device is online. */
  z.object({ kind: z.literal('set-desired'), values }),
  z.object({
    kind: z.literal('call-service'),
    identifier: z.string().regex(/^[\w.:]{1,128}$/),
    inputs: values,
    /** As an RRPC, or on the service's topic; absent: as the thing model says, else the latter. */
    sync: z.boolean().optional(),
  }),
  z.object({
    kind: z.literal('rrpc'),
    payload: text,
    /** After `/ext/rrpc/${messageId}`; absent: the platform's own RRPC topic. */
    topic: z.string().startsWith('/').max(1024).optional(),
  }),
  z.object({ kind: z.literal('push-config'), content: text.min(1) }),
  z.object({ kind: z.literal('set-log-upload'), on: z.boolean() }),
  z.object({ kind: z.literal('change-shadow'), desired: values }),
  z.object({ kind: z.literal('clear-shadow') }),
  z.object({
    kind: z.literal('start-ota'),
    version: z.string().trim().min(1).max(64),
    url: z.url().max(2048),
    /** Bytes. */
    size: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
    /** Hex, by `signMethod`. */
    sign: z.string().regex(/^[0-9a-fA-F]{32,64}$/),
    signMethod: z.enum(['Md5', 'SHA256']),
    module: z.string().trim().max(64).optional(),
  }),
  z.object({ kind: z.literal('cancel-ota') }),
  z.object({
    kind: z.literal('broadcast'),
    payload: text,
    /** To subscribers of `/broadcast/${productKey}/${name}`; absent: to every connected device. */
    name: z
      .string()
      .regex(/^[^/+#]{1,64}$/)
      .optional(),
  }),
  z.object({
    kind: z.literal('publish'),
    topic: z.string().min(1).max(65_535),
    payload: text,
    qos: z.union([z.literal(0), z.literal(1)]),
  }),
]);
export type PlatformAct = z.infer<typeof platformActSchema>;

/** Why the platform's API refuses an act. */
export const refusalSchema = z.enum([
  'shadow',
  'same-version',
  'message-too-long',
  'broadcast-too-long',
  'broadcast-too-often',
  'not-subscribable',
  'read-only',
  'no-such-service',
  'not-of-model',
]);
export type Refusal = z.infer<typeof refusalSchema>;

/** What an act came to; `milliseconds` from the act to the answer. */
export const actOutcomeSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('replied'),
    payload: shownTextSchema,
    /** null where the answer is no Alink. */
    code: z.number().int().nullable(),
    milliseconds: z.number(),
  }),
  z.object({ status: z.literal('timed-out'), milliseconds: z.number() }),
  /** Not connected, or without the right to be asked so. */
  z.object({ status: z.literal('offline') }),
  /** Sent, and nothing answers; null receivers: nobody was to be told. */
  z.object({ status: z.literal('done'), receivers: z.number().int().nullable() }),
  z.object({
    status: z.literal('refused'),
    refusal: refusalSchema,
    /** Of Alink or of the platform's log; of the shadow where that refuses. */
    code: z.number().int(),
    /** The name, topic, version or limit that it is about, or the platform's words about a value. */
    what: z.string(),
  }),
]);
export type ActOutcome = z.infer<typeof actOutcomeSchema>;
