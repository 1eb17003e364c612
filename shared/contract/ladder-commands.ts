import { z } from 'zod';
import { connectionStateSchema } from '../session/connection-state.ts';

/** The most bands that one `view.bands` answers with, the latest; `hidden` counts the earlier ones. */
export const BANDS_MAX = 5000;
/** States that one band tells: the first and the last ones, half of them each. */
export const BAND_STATES_MAX = 6;
/** The most slices that one `view.density` may ask for. */
export const SLICES_MAX = 500;

/** How the state of the connection changed between two packets. */
export const stateBandSchema = z.object({
  /** Packets recorded before it: the row of the capture behind it. */
  row: z.number().int(),
  /** Position in the view of the first row behind it; the view's length where there is none. */
  position: z.number().int(),
  /** Times of the first and the last change, microseconds since the epoch. */
  time: z.number(),
  until: z.number(),
  /** In order; the middle is left out of more than BAND_STATES_MAX. */
  states: z.array(connectionStateSchema),
  /** Changes there were, those that `states` leaves out included. */
  changes: z.number().int(),
});
export type StateBand = z.infer<typeof stateBandSchema>;

/** What a density counts packets by, in this order; `broken` is also what says no. */
export const densityFamilies = [
  'connection',
  'publish',
  'acknowledgement',
  'subscription',
  'ping',
  'broken',
] as const;

/** The packets of one slice of time. */
export const densitySliceSchema = z.object({
  /** Position in the view of the first packet at or after the slice's beginning. */
  first: z.number().int(),
  /** Packets of each of the `densityFamilies`. */
  sent: z.array(z.number().int()).length(densityFamilies.length),
  received: z.array(z.number().int()).length(densityFamilies.length),
  /** Refusals, broken packets and requests without an answer. */
  problems: z.number().int(),
});
export type DensitySlice = z.infer<typeof densitySliceSchema>;

const viewId = z.string().min(1).max(128);

/** What the ladder asks of a view beside its rows; `not-found` where there is no such view. */
export const ladderCommands = {
  /** Changes of the connection's state, by where they stand among the view's rows. */
  'view.bands': {
    input: z.object({ viewId }),
    output: z.object({ bands: z.array(stateBandSchema), hidden: z.number().int() }),
  },
  /** Counts the view's packets in slices of equal time, from its capture's first packet to its last. */
  'view.density': {
    input: z.object({ viewId, slices: z.number().int().min(1).max(SLICES_MAX) }),
    output: z.object({
      /** Microseconds since the epoch; the last slice ends at `to`. */
      from: z.number(),
      to: z.number(),
      /** Empty for a view without rows. */
      slices: z.array(densitySliceSchema),
    }),
  },
} as const;
