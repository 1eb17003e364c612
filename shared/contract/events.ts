import { z } from 'zod';
import { thingModelSchema } from '../alibaba/thing-model.ts';
import { bookmarkListSchema } from './bookmarks.ts';
import { deviceSchema } from './devices.ts';
import { captureSchema, packetRowSchema } from './packets.ts';
import {
  platformDeviceSchema,
  platformLogSchema,
  platformProductSchema,
  platformStatusSchema,
} from './platform.ts';
import { problemListSchema } from './problems.ts';
import { sessionProgressSchema, sessionSchema } from './sessions.ts';
import { exportSchema } from './transfers.ts';

/** Something the user must know that belongs to no command: said until dismissed. */
export const noticeSchema = z.object({
  id: z.string(),
  severity: z.enum(['error', 'warning']),
  /** Key below `notices.` in the catalogues. */
  code: z.enum([
    'devices-file-unreadable',
    'preferences-file-unreadable',
    'messages-file-unreadable',
    'platform-file-unreadable',
    'platform-state-unreadable',
    'platform-state-unwritten',
    'scenarios-file-unreadable',
    'auto-replies-file-unreadable',
    'thing-models-file-unreadable',
    'capture-cut',
    'capture-unreadable',
    'captures-pruned',
    'recording-stopped',
  ]),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Notice = z.infer<typeof noticeSchema>;

/** How far a view's filter has come in its capture; while recording it may be a tick behind. */
export const viewSearchSchema = z.object({
  /** Packets looked at, of `packets`; fewer while the search goes on. */
  searched: z.number().int(),
  /** Packets of the capture. */
  packets: z.number().int(),
  /** Why the search stopped before its end; null unless it did. */
  error: z.string().nullable(),
});
export type ViewSearch = z.infer<typeof viewSearchSchema>;

/** How much of a capture of the past was read, 0 to 1; absent when all of it was. */
export const viewReadingSchema = z.number().min(0).max(1);

/** Everything the host says unasked, by name. Each carries the whole new value, never a change. */
export const events = {
  'devices.changed': z.object({ devices: z.array(deviceSchema) }),
  'captures.changed': z.object({ captures: z.array(captureSchema) }),
  'export.changed': z.object({ export: exportSchema }),
  /** Bytes of an imported file that were read, and how many there are. */
  'import.progress': z.object({
    importId: z.string(),
    done: z.number().int(),
    total: z.number().int(),
  }),
  /** Of a product whose model was kept or removed. */
  'thingModel.changed': z.object({ productKey: z.string(), model: thingModelSchema.nullable() }),
  'session.changed': z.object({ session: sessionSchema }),
  /** At most four times a second for a session. */
  'session.progressed': sessionProgressSchema,
  'session.removed': z.object({ sessionId: z.string() }),
  /**
   * At most 30 times a second for a view with new or changed rows. `tail` holds the last rows when
   * the page follows (`view.follow`); `changed` is the lowest position known to have changed since
   * the last event (an answer arrived, or a row came in or went out of a filter), or null.
   *
   * A view with a filter grows as packets come and as its search goes on. A row is tested again when
   * it changes (its answer arrives or is overdue), so `is:unanswered` loses rows: `total` may fall.
   */
  'view.grew': z.object({
    viewId: z.string(),
    total: z.number().int(),
    tail: z.array(packetRowSchema),
    changed: z.number().int().nullable(),
    /** Bytes of the capture on disk and in the buffer. */
    bytes: z.number(),
    /** Packets of the last second. */
    rate: z.number(),
    /** Packets that could not be written. */
    dropped: z.number().int(),
    /** Time of the capture's last packet so far, in microseconds since the epoch; absent without one. */
    end: z.number().optional(),
    /** Absent without a filter. */
    search: viewSearchSchema.optional(),
    reading: viewReadingSchema.optional(),
  }),
  /** At most four times a second for a capture that `problems.watch` was asked of. */
  'problems.changed': problemListSchema,
  'bookmarks.changed': bookmarkListSchema,
  'platform.changed': platformStatusSchema,
  /** At most four times a second for a device that `platform.watch` was asked of. */
  'platform.deviceChanged': platformDeviceSchema,
  'platform.productChanged': platformProductSchema,
  /**
   * At most four times a second: the lines written since the last event, the last
   * LOG_EVENT_LINES_MAX of them if there are more.
   */
  'platform.logGrew': platformLogSchema,
  notice: z.object({ notice: noticeSchema }),
} as const satisfies Record<string, z.ZodType>;

export type Events = typeof events;
export type EventName = keyof Events;
export type EventPayload<K extends EventName> = z.infer<Events[K]>;

/** Names of all events, for doors that subscribe to each. */
export const eventNames = Object.keys(events) as EventName[];
