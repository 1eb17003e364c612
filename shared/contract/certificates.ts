import { z } from 'zod';

/** A certificate as a person tells it from others. */
export const certificateSchema = z.object({
  /** Its common name, or what comes next to it in its subject. */
  name: z.string(),
  /** The name of who issued it; the same where it issued itself. */
  issuer: z.string(),
  /** Milliseconds since the epoch. */
  validFrom: z.number(),
  validTo: z.number(),
  /** SHA-256 fingerprint: upper-case hex in pairs between colons. */
  sha256: z.string(),
});
export type Certificate = z.infer<typeof certificateSchema>;

/** The system's store of root certificates. */
export const systemStoreSchema = z.object({
  /** The file it was read from, or `system` where the system was asked. */
  source: z.string(),
  certificates: z.number().int(),
});
export type SystemStore = z.infer<typeof systemStoreSchema>;

const nothing = z.object({});

/** Commands about certificates, which are public. */
export const certificateCommands = {
  /** The certificates in PEM text, in order; `certificate-unreadable` for a text that has none. */
  'certificates.inspect': {
    input: z.object({ pem: z.string().max(262_144) }),
    output: z.object({ certificates: z.array(certificateSchema) }),
  },
  /** null where the system's store cannot be asked or read. */
  'certificates.systemStore': {
    input: nothing,
    output: z.object({ store: systemStoreSchema.nullable() }),
  },
} as const;
