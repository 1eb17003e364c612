import { z } from 'zod';

/**
 * What a capture can be written as: `pcapng` for Wireshark, `jsonl` with one decoded packet a line,
 * `csv` with the timeline's columns.
 */
export const exportFormatSchema = z.enum(['pcapng', 'jsonl', 'csv']);
export type ExportFormat = z.infer<typeof exportFormatSchema>;

/** A file made of a capture, on its way to the user. */
export const exportSchema = z.object({
  id: z.string(),
  captureId: z.string(),
  format: exportFormatSchema,
  /** Chooses the packets (shared/filter); empty for all of them. */
  filter: z.string(),
  /** What the file is called when it is saved. */
  name: z.string(),
  state: z.enum(['running', 'ready', 'failed', 'cancelled']),
  /** Packets that it holds so far, and those of the capture when it began. */
  packets: z.number().int(),
  captured: z.number().int(),
  /** CONNECT packets among these that the filter did not choose: without them MQTT 5 is misread. */
  connects: z.number().int(),
  /** Packets gone through, or bytes where a pcapng file is copied, and how many it will be. */
  done: z.number().int(),
  total: z.number().int(),
  /** Bytes of the file so far. */
  size: z.number().int(),
  /** Why it failed, or null. */
  failure: z.string().nullable(),
});
export type Export = z.infer<typeof exportSchema>;

/** The largest file that can be imported, in bytes. */
export const IMPORT_BYTES_MAX = 2 * 1024 ** 3;
/** The most bytes of a file that one `captures.importChunk` carries. */
export const IMPORT_CHUNK_BYTES_MAX = 1024 ** 2;
/** Where MQTT is looked for unless the user says otherwise. */
export const DEFAULT_IMPORT_PORTS: readonly number[] = [1883];

/** What an import took and what it could not; all are counts, bytes where the name says so. */
export const importReportSchema = z.object({
  /** Records in the file. */
  frames: z.number().int(),
  /** MQTT control packets in the capture. */
  packets: z.number().int(),
  connections: z.number().int(),
  /** Frames of other protocols or ports. */
  otherFrames: z.number().int(),
  /** Frames whose headers could not be read, or whose link type is not known. */
  unreadableFrames: z.number().int(),
  /** Frames of which the file holds only the first bytes. */
  truncatedFrames: z.number().int(),
  /** IP fragments: only whole IP packets are read. */
  fragments: z.number().int(),
  /** Segments whose bytes had been seen before. */
  retransmissions: z.number().int(),
  /** Places where bytes of a connection are missing in the file. */
  gaps: z.number().int(),
  /** Bytes of connections that could not be read as control packets. */
  skippedBytes: z.number().int(),
  /** Connections that speak TLS. */
  encryptedConnections: z.number().int(),
  /** WebSocket messages that are compressed. */
  compressedMessages: z.number().int(),
  /** Connections given up because too many were open at once, or held too much in memory. */
  abandonedConnections: z.number().int(),
  /** Comments of frames that became bookmarks. */
  bookmarks: z.number().int(),
  /** Comments that did not: too long, too many, or of frames in which no packet ends. */
  lostComments: z.number().int(),
  /** Bytes at the end of the file that are no whole record. */
  cut: z.number().int(),
});
export type ImportReport = z.infer<typeof importReportSchema>;
