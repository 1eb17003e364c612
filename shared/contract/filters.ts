import { z } from 'zod';

/** The most characters of a display filter. */
export const FILTER_TEXT_MAX = 4096;
/** The most characters of the name of a saved filter. */
export const FILTER_NAME_MAX = 80;
/** How many of the filters that were used are remembered. */
export const RECENT_FILTERS_MAX = 10;

/** A display filter (shared/filter). */
export const filterTextSchema = z.string().max(FILTER_TEXT_MAX);

/** A filter that the user keeps. */
export const savedFilterSchema = z.object({
  filter: filterTextSchema,
  /** Empty for none. */
  name: z.string().max(FILTER_NAME_MAX),
});
export type SavedFilter = z.infer<typeof savedFilterSchema>;
