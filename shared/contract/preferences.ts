import { z } from 'zod';
import { qosSchema } from './sessions.ts';

/** What the user chose about the window; kept in the data folder so that both doors remember it. */
export const preferencesSchema = z.object({
  theme: z.enum(['auto', 'light', 'dark']).catch('auto'),
  language: z.enum(['auto', 'en', 'zh-CN']).catch('auto'),
  times: z.enum(['absolute', 'relative']).catch('absolute'),
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
  /** Pane sizes in percent, by the name of the split. */
  panes: z.record(z.string().max(64), z.array(z.number().min(0).max(100)).max(8)).catch({}),
  /** Open tabs, as capture ids, and the one in front. */
  tabs: z.array(z.string().max(128)).max(64).catch([]),
  activeTab: z.string().max(128).nullable().catch(null),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** What is in force before the user chose anything. */
export const defaultPreferences: Preferences = preferencesSchema.parse({});
