import { z } from 'zod';
import { BOOKMARKS_MAX, bookmarkListSchema, bookmarkSchema } from './bookmarks.ts';

const captureId = z.string().min(1).max(128);

/** Commands about the bookmarks of a capture; `bookmarks.changed` tells every page of a change. */
export const bookmarkCommands = {
  'captures.bookmarks': { input: z.object({ captureId }), output: bookmarkListSchema },
  /**
   * Marks packets, or gives their bookmarks another note; a note of null takes the bookmarks away.
   * `not-found` without one of the packets, `invalid-input` for one more than BOOKMARKS_MAX.
   */
  'captures.bookmark': {
    input: z.object({
      captureId,
      rows: z.array(bookmarkSchema.shape.row).min(1).max(BOOKMARKS_MAX),
      note: bookmarkSchema.shape.note.nullable(),
    }),
    output: bookmarkListSchema,
  },
} as const;
