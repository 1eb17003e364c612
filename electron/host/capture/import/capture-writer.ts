import { BOOKMARKS_MAX, type Bookmark, NOTE_MAX } from '../../../../shared/contract/bookmarks.ts';
import type { Direction } from '../../../../shared/contract/packets.ts';
import { HostError } from '../../../../shared/contract/result.ts';
import type { Capture } from '../capture.ts';
import type { CaptureFile } from '../session-file.ts';
import { ConnectionStates } from './connection-states.ts';
import { DevicesSeen } from './devices-seen.ts';
import type { Ends, PacketSink } from './imported-connection.ts';
import { type Address, addressText, hostText } from './read-segment.ts';
import type { Counts } from './report.ts';

/** Bytes handed to the file before it is waited for. */
const AHEAD_BYTES = 8 * 1024 * 1024;
/**
 * What a capture is held in memory for: its packets (about 40 bytes each), connections and topics.
 * Files that need more are refused.
 */
const PACKETS_MAX = 10_000_000;
const CONNECTIONS_MAX = 50_000;
const TOPIC_BYTES_MAX = 128 * 1024 * 1024;
/** Connections whose addresses are kept among the capture's events. */
const NOTED_MAX = 1000;

/** Writes what an import finds into a capture, with the times of the file. */
export class CaptureWriter implements PacketSink {
  private readonly capture: Capture;
  private readonly counts: Counts;
  private settled = 0;
  private readonly bookmarks: Bookmark[] = [];
  private startedAt: number | undefined;
  private server: Address | null = null;
  private readonly devices = new DevicesSeen();
  private readonly states = new ConnectionStates();

  constructor(capture: Capture, counts: Counts) {
    this.capture = capture;
    this.counts = counts;
  }

  /** Time to `settle`. */
  get isAhead(): boolean {
    return this.capture.bytes - this.settled > AHEAD_BYTES;
  }

  /** What the packets tell of the capture. */
  get description(): Pick<CaptureFile, 'startedAt' | 'endpoint' | 'target' | 'bookmarks'> {
    const { startedAt = this.capture.about.startedAt, server, devices, bookmarks } = this;
    return {
      startedAt,
      endpoint: server ? addressText(server) : '',
      target: devices.only,
      ...(bookmarks.length > 0 && { bookmarks }),
    };
  }

  /** Resolves when everything so far is in the file; `storage-failed` when it cannot be. */
  async settle(): Promise<void> {
    this.settled = this.capture.bytes;
    await this.capture.flush();
    const { failure } = this.capture;
    if (failure !== null) throw new HostError('storage-failed', failure.message);
  }

  open(time: number, ends: Ends): number | null {
    const { counts, capture } = this;
    if (counts.connections >= CONNECTIONS_MAX) return null;
    counts.connections += 1;
    this.server ??= ends.server;
    const connection = capture.log.openConnection(time);
    // The log gives every connection addresses of its own, so theirs are kept here.
    if (connection < NOTED_MAX) {
      const { client, server } = ends;
      capture.note({ connection, client: addressText(client), server: addressText(server) });
    }
    return connection;
  }

  packet(number: number, sent: boolean, bytes: Buffer, time: number): void {
    const { log } = this.capture;
    if (this.counts.packets >= PACKETS_MAX || log.topics.size > TOPIC_BYTES_MAX) {
      throw new HostError('unreadable-file', 'more packets or topics than a capture can hold');
    }
    this.states.packet(number, sent, bytes, time, log.index.length);
    log.append(number, sent, bytes, time);
    if (sent && this.server) {
      this.devices.sent(bytes, { host: hostText(this.server), port: this.server.port });
    }
    this.counts.packets += 1;
    const milliseconds = Math.floor(time / 1000);
    this.startedAt = Math.min(this.startedAt ?? milliseconds, milliseconds);
  }

  /** Marks the packet that a frame with a comment completed, the first after so many `packets`. */
  comment(packets: number, note: string): void {
    const { counts, bookmarks } = this;
    const fits = note.length <= NOTE_MAX && bookmarks.length < BOOKMARKS_MAX;
    if (fits && counts.packets > packets) {
      bookmarks.push({ row: packets, note });
      counts.bookmarks += 1;
    } else counts.lostComments += 1;
  }

  close(number: number, time: number, closer: Direction | undefined): void {
    const { log } = this.capture;
    this.states.closed(number, time, log.index.length, closer);
    log.closeConnection(number, time, closer);
  }

  /** How the connection went, where the file is one client's; to be called once, at its end. */
  noteStates(): void {
    this.capture.noteAll(this.states.ofOnlyClient);
  }
}
