import { z } from 'zod';
import { bookmarkSchema } from '../../../shared/contract/bookmarks.ts';
import { deviceTargetSchema } from '../../../shared/contract/devices.ts';
import { fieldSourceSchema, SERIES_MAX } from '../../../shared/contract/series.ts';

/** `session.json` of a capture: what was recorded, without any secret. */
export const captureFileSchema = z.object({
  version: z.literal(1),
  label: z.string(),
  endpoint: z.string(),
  deviceId: z.string().nullable(),
  /** null where it is not known: an imported file, a lost description. */
  target: deviceTargetSchema.nullable(),
  /** Milliseconds since the epoch. */
  startedAt: z.number(),
  /** Absent while recording, and after the process was killed. */
  endedAt: z.number().optional(),
  packets: z.number().int().optional(),
  /** Packets that were not recorded because the disk failed or fell behind. */
  dropped: z.number().int().optional(),
  /** When it was imported, milliseconds since the epoch; absent for what was recorded here. */
  importedAt: z.number().optional(),
  /** Never pruned to stay within the byte budget. */
  pinned: z.boolean().optional(),
  /** In the order of the packets; absent for none. */
  bookmarks: z.array(bookmarkSchema).optional(),
  /** What the user chose to be drawn; a list that cannot be read is none. */
  series: z.array(fieldSourceSchema).max(SERIES_MAX).optional().catch(undefined),
});
export type CaptureFile = z.infer<typeof captureFileSchema>;
