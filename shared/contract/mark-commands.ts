import { z } from 'zod';
import { SLICES_MAX } from './ladder-commands.ts';
import { PROBLEMS_MAX } from './problems.ts';

/** What is drawn along the scrollbar of a view. */
export const viewMarksSchema = z.object({
  /** Rows of the view when it was looked at. */
  total: z.number().int(),
  /** Refusals and broken packets, in parts of as many rows each. */
  broken: z.array(z.number().int()),
  /** Requests without an answer, in the same parts. */
  unanswered: z.array(z.number().int()),
  /** Positions of the rows that were asked for, in that order; null for one that the view hides. */
  places: z.array(z.number().int().nullable()),
  /** Positions of the bookmarks that the view shows. */
  bookmarks: z.array(z.number().int()),
});
export type ViewMarks = z.infer<typeof viewMarksSchema>;

/** What the timeline asks of a view beside its rows; `not-found` where there is no such view. */
export const markCommands = {
  /** Fewer parts are answered for a view with fewer rows. */
  'view.marks': {
    input: z.object({
      viewId: z.string().min(1).max(128),
      parts: z.number().int().min(1).max(SLICES_MAX),
      /** Rows of the capture: the first and the last packet of every problem. */
      rows: z.array(z.number().int().min(0)).max(2 * PROBLEMS_MAX),
    }),
    output: viewMarksSchema,
  },
} as const;
