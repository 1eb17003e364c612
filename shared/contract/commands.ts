import { z } from 'zod';
import { bookmarkCommands } from './bookmark-commands.ts';
import { cellPathSchema, JSON_COLUMNS_MAX } from './cell-values.ts';
import { certificateCommands } from './certificates.ts';
import {
  comparisonSchema,
  connectionParametersSchema,
  deviceConnectSchema,
} from './connection-parameters.ts';
import { deviceDraftSchema, deviceSchema } from './devices.ts';
import { noticeSchema, viewReadingSchema, viewSearchSchema } from './events.ts';
import { FILTER_TEXT_MAX, filterTextSchema } from './filters.ts';
import { ladderCommands } from './ladder-commands.ts';
import { markCommands } from './mark-commands.ts';
import { messageCommands } from './message-commands.ts';
import { packetCommands } from './packet-commands.ts';
import { captureSchema, packetRowSchema } from './packets.ts';
import { platformCommands } from './platform-commands.ts';
import { preferencesSchema } from './preferences.ts';
import { problemListSchema } from './problems.ts';
import { awaitedReplySchema, replySchema } from './replies.ts';
import { seriesCommands } from './series-commands.ts';
import {
  messageSchema,
  qosSchema,
  repeatPlanSchema,
  repeatSchema,
  sessionProgressSchema,
  sessionSchema,
} from './sessions.ts';
import { statisticsCommands } from './statistics-commands.ts';
import { topicCommands } from './topic-commands.ts';
import {
  exportFormatSchema,
  exportSchema,
  IMPORT_BYTES_MAX,
  IMPORT_CHUNK_BYTES_MAX,
  importReportSchema,
} from './transfers.ts';
import { vaultKindSchema } from './vaults.ts';

const id = z.string().min(1).max(128);
const nothing = z.object({});

/** The most rows one `view.rows` or `view.follow` may ask for. */
export const ROWS_MAX = 500;
/** A filter over the packets of a capture. */
const filter = filterTextSchema.optional();
/** Minutes that the page's local time is ahead of UTC, for `time` and file names; the host's if left out. */
const zoneOffset = z.number().int().min(-1440).max(1440).optional();
/** The most topics one `view.topics` may ask for. */
export const TOPICS_MAX = 100;

/**
 * The whole contract between a page and the host: one entry per command. Handlers, both doors and
 * the page's client derive from this table, so a command without a handler does not compile.
 */
export const commands = {
  /** What a page needs to start: also asked again after a broken connection. */
  'app.snapshot': {
    input: nothing,
    output: z.object({
      version: z.string(),
      mode: z.enum(['desktop', 'web']),
      dataDir: z.string(),
      /** Shown beside a saved secret. */
      vault: vaultKindSchema,
      devices: z.array(deviceSchema),
      sessions: z.array(sessionSchema),
      progress: z.array(sessionProgressSchema),
      captures: z.array(captureSchema),
      preferences: preferencesSchema,
      notices: z.array(noticeSchema),
    }),
  },
  'preferences.set': { input: preferencesSchema.partial(), output: preferencesSchema },

  ...certificateCommands,

  'devices.save': { input: deviceDraftSchema, output: deviceSchema },
  'devices.duplicate': { input: z.object({ deviceId: id }), output: deviceSchema },
  /** Ends the device's session first; its captures stay, the messages saved for it go. */
  'devices.remove': { input: z.object({ deviceId: id }), output: nothing },
  /** What the device would say if it connected now; starts the local platform for one of its devices. */
  'devices.parameters': {
    input: z.object({ deviceId: id }),
    output: connectionParametersSchema,
  },
  /** Holds what a device's own code sends against its triple; `invalid-input` for one without. */
  'devices.compare': {
    input: deviceConnectSchema.extend({ deviceId: id }),
    output: comparisonSchema,
  },

  /** Starts a session, or starts the device's closed one again in the same capture. */
  'sessions.connect': { input: z.object({ deviceId: id }), output: sessionSchema },
  /** DISCONNECT and close; from `waiting`, stops retrying. */
  'sessions.disconnect': { input: z.object({ sessionId: id }), output: nothing },
  'sessions.retryNow': { input: z.object({ sessionId: id }), output: nothing },
  /** Forgets a closed session (its tab is closed); the capture stays. */
  'sessions.close': { input: z.object({ sessionId: id }), output: nothing },
  /**
   * Resolves when the broker has answered as the QoS asks; QoS 0 when handed to the socket.
   * `invalid-input` when the payload is a template with a problem, or when it has properties and the
   * session is not of MQTT 5: nothing is sent.
   */
  'sessions.publish': {
    input: z.object({ sessionId: id, message: messageSchema }),
    output: z.object({
      /** The reply of the platform that is awaited; null where nothing replies. */
      awaited: awaitedReplySchema.nullable(),
      /**
       * Milliseconds on the wire from the PUBLISH to the PUBACK or PUBCOMP that ends it; null for
       * QoS 0, and where they were not recorded.
       */
      acknowledgedAfter: z.number().nullable(),
    }),
  },
  /** What the platform replied to a message; null if nothing within ten seconds. */
  'sessions.reply': {
    input: z.object({ sessionId: id, replyId: id }),
    output: z.object({ reply: replySchema.nullable() }),
  },
  'sessions.startRepeating': {
    input: repeatPlanSchema.extend({ sessionId: id, message: messageSchema }),
    output: repeatSchema,
  },
  'sessions.stopRepeating': { input: z.object({ sessionId: id, repeatId: id }), output: nothing },
  'sessions.stopAllRepeating': { input: z.object({ sessionId: id }), output: nothing },
  /** Resolves with the granted QoS, or 128 and above when the broker refused the filter. */
  'sessions.subscribe': {
    input: z.object({ sessionId: id, filter: z.string().min(1).max(65_535), qos: qosSchema }),
    output: z.object({ granted: z.number() }),
  },
  /** A filter that the broker refused is taken from the list, and nothing is sent. */
  'sessions.unsubscribe': {
    input: z.object({ sessionId: id, filter: z.string().min(1).max(65_535) }),
    output: nothing,
  },

  ...messageCommands,

  'captures.rename': {
    input: z.object({ captureId: id, label: z.string().trim().min(1).max(128) }),
    output: captureSchema,
  },
  /** A pinned capture is never deleted to stay within the byte budget. */
  'captures.pin': {
    input: z.object({ captureId: id, pinned: z.boolean() }),
    output: captureSchema,
  },
  /** Records again after a failure; `storage-failed` when the disk still refuses. */
  'captures.resume': { input: z.object({ captureId: id }), output: captureSchema },
  /**
   * Begins to write a file, of the packets that match the filter if there is one, `invalid-input` if
   * it cannot be read; `export.changed` tells how far it is. A file that is `ready` is fetched from
   * `/exports/<id>` of the page's own origin until it is discarded or the host ends. In CSV the values
   * at `paths` of JSON payloads have columns of their own.
   */
  'captures.export': {
    input: z.object({
      captureId: id,
      format: exportFormatSchema,
      filter,
      zoneOffset,
      paths: z.array(cellPathSchema).max(JSON_COLUMNS_MAX).optional(),
    }),
    output: exportSchema,
  },
  /** Ends an export under way, and deletes its file. */
  'captures.discardExport': { input: z.object({ exportId: id }), output: nothing },
  /** Announces a pcapng or pcap file of `size` bytes, which then comes in pieces. */
  'captures.importBegin': {
    input: z.object({
      name: z.string().min(1).max(255),
      size: z.number().int().min(1).max(IMPORT_BYTES_MAX),
    }),
    output: z.object({ importId: id }),
  },
  /** The next piece, in order. Answers how many bytes have come. */
  'captures.importChunk': {
    input: z.object({
      importId: id,
      data: z.base64().max(Math.ceil(IMPORT_CHUNK_BYTES_MAX / 3) * 4),
    }),
    output: z.object({ received: z.number().int() }),
  },
  /**
   * All has come: makes a capture of it; `import.progress` tells how far it is. Packets are looked
   * for on the given TCP ports and in WebSocket connections that negotiate MQTT on any port.
   * `unreadable-file` when it is no capture file or holds no MQTT.
   */
  'captures.importEnd': {
    input: z.object({
      importId: id,
      ports: z.array(z.number().int().min(1).max(65_535)).max(64),
    }),
    output: z.object({ capture: captureSchema, report: importReportSchema }),
  },
  /** Forgets what has come, or ends the making of the capture. */
  'captures.cancelImport': { input: z.object({ importId: id }), output: nothing },
  'captures.delete': { input: z.object({ captureId: id }), output: nothing },

  /** A capture as a list of rows. Views not used for long are closed: `not-found`, open it again. */
  'view.open': {
    input: z.object({
      captureId: id,
      /** Shows the rows that match, `invalid-input` if it cannot be read. */
      filter,
      zoneOffset,
      /** A view that this one takes the place of: it is closed, its search cancelled. */
      replaces: id.optional(),
    }),
    output: z.object({
      viewId: id,
      total: z.number().int(),
      start: z.number(),
      /** Time of the last packet so far, in microseconds since the epoch; absent without one. */
      end: z.number().optional(),
      /** Bytes of the capture's file. */
      bytes: z.number().int(),
      /** Packets that were not recorded. */
      dropped: z.number().int(),
      /** How far the filter has come; absent without one. */
      search: viewSearchSchema.optional(),
      reading: viewReadingSchema.optional(),
    }),
  },
  /**
   * Rows at the positions `start` to `start + count - 1` of a view, fewer at its end. With a filter,
   * a position is not the row's number in the capture (`row.row`).
   */
  'view.rows': {
    input: z.object({
      viewId: id,
      start: z.number().int().min(0),
      count: z.number().int().min(1).max(ROWS_MAX),
    }),
    output: z.object({ total: z.number().int(), rows: z.array(packetRowSchema) }),
  },
  /** How many tail rows `view.grew` shall carry; 0 stops it. */
  'view.follow': {
    input: z.object({ viewId: id, rows: z.number().int().min(0).max(ROWS_MAX) }),
    output: nothing,
  },
  /**
   * Where a row of the capture stands in a view: the jump to a peer, the selection under another
   * filter. If the filter does not show it (or has not come to it), where the next one stands.
   */
  'view.find': {
    input: z.object({ viewId: id, row: z.number().int().min(0) }),
    output: z.object({ position: z.number().int(), found: z.boolean() }),
  },
  /** Topics seen in the view's capture that contain a text, whatever its case, in order of appearance. */
  'view.topics': {
    input: z.object({
      viewId: id,
      contains: z.string().max(FILTER_TEXT_MAX),
      count: z.number().int().min(1).max(TOPICS_MAX),
    }),
    output: z.object({ topics: z.array(z.string()) }),
  },
  'view.close': { input: z.object({ viewId: id }), output: nothing },
  /** Looks for problems in a capture from now on: `problems.changed` tells of what is found. */
  'problems.watch': { input: z.object({ captureId: id }), output: problemListSchema },
  ...bookmarkCommands,
  ...markCommands,
  ...packetCommands,
  ...topicCommands,
  ...ladderCommands,
  ...statisticsCommands,
  ...seriesCommands,

  ...platformCommands,
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

export type Commands = typeof commands;
export type CommandName = keyof Commands;
export type CommandInput<K extends CommandName> = z.infer<Commands[K]['input']>;
export type CommandOutput<K extends CommandName> = z.infer<Commands[K]['output']>;

/** True for the name of a command: own keys only, so `toString` is none. */
export function isCommandName(name: unknown): name is CommandName {
  return typeof name === 'string' && Object.hasOwn(commands, name);
}
