import { z } from 'zod';
import {
  fieldListSchema,
  fieldSourceSchema,
  POINTS_MAX,
  SERIES_MAX,
  SOURCES_MAX,
  seriesAnswerSchema,
  seriesSourceSchema,
} from './series.ts';

const captureId = z.string().min(1).max(128);
const chosen = z.array(fieldSourceSchema).max(SERIES_MAX);

/**
 * Commands about values over time. Packets are looked at for a limited time per question; `searched`
 * tells how far that came. Nothing is looked at while nobody asks.
 */
export const seriesCommands = {
  /** The numbers there are in JSON payloads. */
  'series.find': { input: z.object({ captureId }), output: fieldListSchema },
  /** Values between two times, null for the capture's ends. */
  'series.read': {
    input: z.object({
      captureId,
      sources: z.array(seriesSourceSchema).max(SOURCES_MAX),
      from: z.number().nullable(),
      to: z.number().nullable(),
      points: z.number().int().min(2).max(POINTS_MAX),
      /** `revision` of an answer to the same question; null for none. */
      since: z.number().int().nullable(),
    }),
    output: seriesAnswerSchema,
  },
  /** The fields that were chosen to be drawn of a capture; they are kept with it. */
  'series.chosen': { input: z.object({ captureId }), output: z.object({ sources: chosen }) },
  'series.choose': {
    input: z.object({ captureId, sources: chosen }),
    output: z.object({ sources: chosen }),
  },
} as const;
