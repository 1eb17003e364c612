import { z } from 'zod';
import { JSON_COLUMN_PATH_MAX } from './cell-values.ts';
import { filterTextSchema, RECENT_FILTERS_MAX, savedFilterSchema } from './filters.ts';
import { qosSchema } from './sessions.ts';

export const themes = ['auto', 'light', 'dark'] as const;
export const languages = ['auto', 'en', 'zh-CN'] as const;
/** Of the timeline: time of day, since the capture began, since the connection did, since the row above. */
export const timeFormats = ['absolute', 'relative', 'connect', 'delta'] as const;
export const densities = ['normal', 'compact'] as const;

/** What the user chose about a column of the timeline. */
const columnChoiceSchema = z.object({
  /** The name of a column that the timeline has, or a path into JSON payloads: `$.params.temperature`. */
  name: z.string().max(JSON_COLUMN_PATH_MAX),
  /** `room`: as long as the topic has the room it needs. */
  shown: z.enum(['room', 'always', 'never']),
  /** In rem; null for the column's own. */
  width: z.number().min(1).max(100).nullable(),
});
export type ColumnChoice = z.infer<typeof columnChoiceSchema>;

/** What the user chose about the window; kept in the data folder so that both doors remember it. */
export const preferencesSchema = z.object({
  theme: z.enum(themes).catch('auto'),
  language: z.enum(languages).catch('auto'),
  times: z.enum(timeFormats).catch('absolute'),
  density: z.enum(densities).catch('normal'),
  /** Size of all text, in percent of what the browser would choose. */
  fontSize: z.number().int().min(80).max(200).catch(100),
  /** Columns of the timeline in their order; those that are missing follow in theirs. */
  columns: z.array(columnChoiceSchema).max(32).catch([]),
  /** Bytes that all captures together may take: the oldest that are not pinned give way. */
  captureBudget: z
    .number()
    .int()
    .min(1)
    .catch(2 * 1024 ** 3),
  /** Whether a lost connection is tried again by itself. */
  reconnect: z.boolean().catch(true),
  /** The longest wait between two attempts, seconds: it begins with 2 and doubles. */
  longestWait: z.number().int().min(2).max(3600).catch(60),
  /** What a new message and a new subscription ask for. */
  defaultQos: qosSchema.catch(1),
  /** Filters that the user keeps, in the order they were saved in. */
  savedFilters: z.array(savedFilterSchema).catch([]),
  /** Filters that were used, the latest first. */
  recentFilters: z.array(filterTextSchema).max(RECENT_FILTERS_MAX).catch([]),
  /** Pane sizes in percent, by the name of the split. */
  panes: z.record(z.string().max(64), z.array(z.number().min(0).max(100)).max(8)).catch({}),
  /** Open tabs, as capture ids, and the one in front. */
  tabs: z.array(z.string().max(128)).max(64).catch([]),
  activeTab: z.string().max(128).nullable().catch(null),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** What is in force before the user chose anything. */
export const defaultPreferences: Preferences = preferencesSchema.parse({});
