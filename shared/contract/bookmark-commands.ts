import { z } from 'zod';
import { bookmarkListSchema, bookmarkSchema } from './bookmarks.ts';

const captureId = z.string().min(1).max(128);

/** Commands about the bookmarks of a capture; `bookmarks.changed` tells every page of a change. */
export const bookmarkCommands = {
  'captures.bookmarks': { input: z.object({ captureId }), output: bookmarkListSchema },
  /**
   * Marks a packet, or gives its bookmark another note; a note of null takes the bookmark away.
   * `not-found` without the packet, `invalid-input` for one more than BOOKMARKS_MAX.
   */
  'captures.bookmark': {
    input: z.object({
      captureId,
      row: bookmarkSchema.shape.row,
      note: bookmarkSchema.shape.note.nullable(),
    }),
    output: bookmarkListSchema,
  },
} as const;
