import { z } from 'zod';

/**
 * Every reason for which the host refuses a command. A closed list: the page words each of them in
 * both languages (`errors.<code>` in the catalogues) and shows `message` as the detail behind it.
 */
export const errorCodes = [
  'unknown-command',
  'invalid-input',
  'not-found',
  'not-connected',
  'already-connected',
  'refused-by-broker',
  'timed-out',
  'unreadable-file',
  'storage-failed',
  'port-taken',
  'certificate-unreadable',
  'key-unreadable',
  'key-mismatch',
  'door-closed',
  'internal',
] as const;

export const errorCodeSchema = z.enum(errorCodes);
export type ErrorCode = z.infer<typeof errorCodeSchema>;

/** A refusal of something that nobody waits for, kept to be shown. */
export const failureSchema = z.object({
  code: errorCodeSchema,
  /** As the host words it. */
  detail: z.string(),
});
export type Failure = z.infer<typeof failureSchema>;

/** What a command answers with over either door: never a thrown value, never a stack. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: { readonly code: ErrorCode; readonly message: string } };

/** A refusal with a code from the closed list. `message` must never hold a secret. */
export class HostError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'HostError';
    this.code = code;
  }
}

/** What is kept of an error; `internal` for one that is no refusal. */
export function failureOf(error: unknown): Failure {
  const code = error instanceof HostError ? error.code : 'internal';
  return { code, detail: error instanceof Error ? error.message : String(error) };
}
