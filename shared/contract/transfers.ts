import { z } from 'zod';

/**
 * What a capture can be written as: `pcapng` for Wireshark, `jsonl` with one decoded packet a line,
 * `csv` with the timeline's columns.
 */
export const exportFormatSchema = z.enum(['pcapng', 'jsonl', 'csv']);
export type ExportFormat = z.infer<typeof exportFormatSchema>;

/** A file made of a capture, on its way to the user. */
export const exportSchema = z.object({
  id: z.string(),
  captureId: z.string(),
  format: exportFormatSchema,
  /** What the file is called when it is saved. */
  name: z.string(),
  state: z.enum(['running', 'ready', 'failed', 'cancelled']),
  /** Packets written, or bytes for `pcapng`, and how many it will be. */
  done: z.number().int(),
  total: z.number().int(),
  /** Bytes of the file so far. */
  size: z.number().int(),
  /** Why it failed, or null. */
  failure: z.string().nullable(),
});
export type Export = z.infer<typeof exportSchema>;
