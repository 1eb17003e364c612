import { z } from 'zod';
import { extendedParametersProblem } from '../alibaba/extended-parameters.ts';

/** PEM text of one or more certificates. */
export const certificatesSchema = z
  .string()
  .trim()
  .max(262_144)
  .regex(/-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----/, 'a PEM certificate');

/** Further parameters of a client id, such as `_ss=1,ext=3,lan=C` (D-73742). */
export const extendedParametersSchema = z
  .string()
  .trim()
  .refine((text) => extendedParametersProblem(text) === null, {
    message: 'name=value pairs between commas, none of those that are computed',
  });

const secretCredentials = z.object({
  kind: z.literal('secret'),
  /** Whether the time is signed and sent; the platform does not hold it against its clock. */
  timestamp: z.boolean(),
});

/**
 * A device that gets its identity from its product's secret when it first connects: a secret of its
 * own if it is registered on the console, otherwise a client id and a token.
 */
const registrationCredentials = z.object({
  kind: z.literal('register'),
  preRegistered: z.boolean(),
});

/** What a registration without pre-registration gave; the token is in the vault. */
const tokenCredentials = z.object({
  kind: z.literal('token'),
  clientId: z
    .string()
    .min(1)
    .max(256)
    .regex(/^[^|\s]*$/, 'no spaces and no |'),
});

/** A client certificate, whose private key is in the vault. */
const certificateCredentials = z.object({
  kind: z.literal('x509'),
  certificate: certificatesSchema,
});

/** How a device of the local platform says who it is. */
export const localCredentialsSchema = z.discriminatedUnion('kind', [
  secretCredentials,
  registrationCredentials,
  tokenCredentials,
]);

/** How a device of IoT Platform says who it is. */
export const deviceCredentialsSchema = z.discriminatedUnion('kind', [
  secretCredentials,
  registrationCredentials,
  tokenCredentials,
  certificateCredentials,
]);
export type DeviceCredentials = z.infer<typeof deviceCredentialsSchema>;

/**
 * What is kept encrypted: the device secret or a broker's password, a product's secret until the
 * device is registered, the token of a registration, and the private key of a client certificate with
 * the passphrase it is locked by.
 */
export const secretNameSchema = z.enum([
  'secret',
  'productSecret',
  'deviceToken',
  'privateKey',
  'passphrase',
]);
export type SecretName = z.infer<typeof secretNameSchema>;

/** What a target without credentials has: a triple's secret, signed with the time. */
export const deviceSecretCredentials: DeviceCredentials = { kind: 'secret', timestamp: true };
