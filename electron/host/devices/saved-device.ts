import { z } from 'zod';
import { type SecretName, secretNameSchema } from '../../../shared/contract/credentials.ts';
import {
  credentialsOfTarget,
  type Device,
  type DeviceTarget,
  deviceTargetSchema,
} from '../../../shared/contract/devices.ts';

/** Cipher texts of the vault by name. */
const cipherTextsSchema = z.partialRecord(secretNameSchema, z.string());
export type CipherTexts = z.infer<typeof cipherTextsSchema>;

const deviceFields = z.object({
  id: z.string(),
  target: deviceTargetSchema,
  secrets: cipherTextsSchema,
  createdAt: z.number(),
  lastConnectedAt: z.number().nullable(),
});
export type SavedDevice = z.infer<typeof deviceFields>;

/** Files of before devices had more than one secret have it as `secret`. */
const savedDeviceSchema = z.preprocess((value) => {
  if (typeof value !== 'object' || value === null || !('secret' in value)) return value;
  const { secret, ...device } = value;
  return { secrets: typeof secret === 'string' ? { secret } : {}, ...device };
}, deviceFields);

/** `devices.json`. */
export const devicesFileSchema = z.object({
  version: z.literal(1),
  devices: z.array(savedDeviceSchema),
});

/** The secrets that a target has a use for. */
export function secretsUsedBy(target: DeviceTarget): readonly SecretName[] {
  if (target.kind === 'broker') {
    return target.clientCertificate === undefined
      ? ['secret']
      : ['secret', 'privateKey', 'passphrase'];
  }
  const { kind } = credentialsOfTarget(target);
  return (
    {
      secret: ['secret'],
      register: ['productSecret'],
      token: ['deviceToken'],
      x509: ['privateKey', 'passphrase'],
    } as const
  )[kind];
}

/** A saved device as everyone but the host sees it. */
export function withoutSecrets({ secrets, ...device }: SavedDevice): Device {
  return { ...device, secrets: Object.keys(secrets) as SecretName[] };
}
