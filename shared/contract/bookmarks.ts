import { z } from 'zod';

/** The most bookmarks of one capture. */
export const BOOKMARKS_MAX = 1_000;
/** The most characters of a bookmark's note. */
export const NOTE_MAX = 500;

/** A packet that the user marked, kept with its capture. */
export const bookmarkSchema = z.object({
  /** Position in the capture, 0 is the first packet. */
  row: z.number().int().min(0),
  /** Empty for none. */
  note: z.string().max(NOTE_MAX),
});
export type Bookmark = z.infer<typeof bookmarkSchema>;

/** The bookmarks of a capture, in the order of its packets. */
export const bookmarkListSchema = z.object({
  captureId: z.string(),
  bookmarks: z.array(bookmarkSchema),
});
export type BookmarkList = z.infer<typeof bookmarkListSchema>;
