import { z } from 'zod';
import { mqttVersionSchema, signMethodSchema, transportSchema } from './devices.ts';

/** What is signed and how, all of it public: the secret is the only part that is missing. */
export const signatureSchema = z.object({
  /** The text whose HMAC is the password. */
  content: z.string(),
  signMethod: signMethodSchema,
  /** The secret that is the key: the device's own, or its product's for a registration. */
  key: z.enum(['secret', 'productSecret']),
  /** Milliseconds since the epoch; null where none is signed. */
  timestamp: z.number().nullable(),
  /** Hex digits of the password: the method's, so it says nothing of the secret. */
  passwordLength: z.number().int(),
});

/** What a device says in CONNECT, and where. There is no field for a password. */
export const connectionParametersSchema = z.object({
  /** How the device says who it is; `password` and `certificate` for another broker. */
  credentials: z.enum(['secret', 'register', 'token', 'x509', 'password', 'certificate']),
  /** Such as `mqtts://host:8883`, with the path of a WebSocket. */
  endpoint: z.string(),
  /** Empty where the broker names the client. */
  clientId: z.string(),
  /** null where none is sent. */
  username: z.string().nullable(),
  sendsPassword: z.boolean(),
  /** Seconds; 0 is off. */
  keepAlive: z.number().int(),
  cleanSession: z.boolean(),
  mqttVersion: mqttVersionSchema,
  /** null for a broker that knows no triples. */
  secureMode: z.union([z.literal(2), z.literal(3), z.literal(-2)]).nullable(),
  /** null where the password is not signed: a saved one, a token, or none. */
  signature: signatureSchema.nullable(),
});
export type ConnectionParameters = z.infer<typeof connectionParametersSchema>;

/** Most characters of a text to compare: far more than the platform takes, few enough to try on. */
const COMPARED_MAX = 4096;
const compared = z.string().max(COMPARED_MAX);

/** What a device's own code sends. The password is a secret: it is compared and forgotten. */
export const deviceConnectSchema = z.object({
  clientId: compared,
  username: compared,
  password: compared,
});
export type DeviceConnect = z.infer<typeof deviceConnectSchema>;

const difference = <K extends string, T extends z.ZodRawShape>(kind: K, values: T) =>
  z.object({ kind: z.literal(kind), ...values });

/**
 * In what a device's CONNECT differs from what its triple gives. Values are those of the client id
 * and the user name, or say how a password was made; none is a part of it.
 */
export const differenceSchema = z.discriminatedUnion('kind', [
  difference('parameters-missing', {}),
  difference('closing-bar-missing', {}),
  difference('id-too-long', { length: z.number().int(), max: z.number().int() }),
  difference('id-white-space', {}),
  difference('parameters-white-space', {}),
  difference('parameter-unknown', { name: z.string() }),
  difference('auth-type', { given: z.string() }),
  difference('securemode-missing', { expected: z.number().int() }),
  difference('securemode-transport', {
    given: z.string(),
    expected: z.number().int(),
    transport: transportSchema,
  }),
  difference('securemode-other', { given: z.string(), expected: z.number().int() }),
  difference('signmethod-missing', {}),
  difference('signmethod-unknown', { given: z.string() }),

  difference('username-white-space', {}),
  difference('username-malformed', { expected: z.string() }),
  difference('username-swapped', { expected: z.string() }),
  difference('username-other-device', { given: z.string(), expected: z.string() }),
  difference('username-other-product', { given: z.string(), expected: z.string() }),

  difference('password-missing', {}),
  difference('password-white-space', {}),
  difference('password-is-secret', {}),
  difference('password-base64', {}),
  difference('password-not-hex', {}),
  difference('password-length', {
    length: z.number().int(),
    expected: z.number().int(),
    signmethod: z.string(),
  }),
  difference('other-method', { signmethod: z.string(), actual: signMethodSchema }),
  difference('content-order', { signed: z.string(), expected: z.string() }),
  difference('content-typo', { typo: z.string() }),
  difference('content-client-id', {}),
  difference('timestamp-not-sent', { signed: z.string() }),
  difference('timestamp-differs', { signed: z.string(), sent: z.string() }),
  /** Not the right one, but what else differs must be put right before more can be said. */
  difference('password-unexplained', {}),
  difference('secret-wrong', {}),
]);
export type Difference = z.infer<typeof differenceSchema>;
export type DifferenceKind = Difference['kind'];

export const comparisonSchema = z.object({
  /** The compared client id, taken apart. */
  clientId: z.object({
    id: z.string(),
    parameters: z.array(z.object({ name: z.string(), value: z.string() })),
  }),
  /** The platform takes what the device sends; it may still be worth a remark. */
  matches: z.boolean(),
  differences: z.array(differenceSchema),
});
export type Comparison = z.infer<typeof comparisonSchema>;
