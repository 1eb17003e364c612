import type { StoreApi } from 'zustand/vanilla';
import type { CommandOutput } from '../../../shared/contract/commands.ts';
import type { ViewSearch } from '../../../shared/contract/events.ts';
import type { ViewMarks } from '../../../shared/contract/mark-commands.ts';
import type { PacketRow } from '../../../shared/contract/packets.ts';
import type { ErrorCode } from '../../../shared/contract/result.ts';
import type { Statistics } from '../../../shared/contract/statistics.ts';

/** What is known of a view besides its rows. */
export interface ViewState {
  readonly status: 'opening' | 'open' | 'failed';
  /** Why the last command of this view failed. */
  readonly error: { readonly code: ErrorCode; readonly message: string } | null;
  /** The filter that its rows match; empty for none. */
  readonly filter: string;
  /** How far the filter has come; null without one. */
  readonly search: ViewSearch | null;
  /** The filter has not yet come to all packets that there were when it was put in force. */
  readonly searching: boolean;
  /** How much of a capture of the past was read, 0 to 1; null when all of it was. */
  readonly reading: number | null;
  readonly total: number;
  /** When the capture begins, in milliseconds since the epoch. */
  readonly start: number;
  /** The latest time of a packet that is known, in microseconds since the epoch; 0 without one. */
  readonly end: number;
  readonly following: boolean;
  /** Rows there were when following ended: later ones are new to the user. */
  readonly known: number;
  readonly bytes: number;
  readonly rate: number;
  readonly dropped: number;
  /** Grows with every change of a cached row. */
  readonly revision: number;
  /** Grows whenever rows may stand elsewhere: a place found before is to be looked for again. */
  readonly arrangement: number;
}

/** Where a row of the capture stands in a view; where the next one does if it is not `found`. */
export interface Place {
  readonly position: number;
  readonly found: boolean;
}

/**
 * A capture through a filter, as the rows that are in sight: what it costs does not depend on its
 * length or rate. A position counts the rows of the view; with a filter it is not the number that a
 * row has in the capture (`row.row`).
 */
export interface View {
  readonly store: StoreApi<ViewState>;
  /** The row to draw at a position; undefined until it has come. */
  rowAt(position: number): PacketRow | undefined;
  /** The number in the capture of the row at a position; undefined while it is not known. */
  numberAt(position: number): number | undefined;
  /** Where a row of the capture stands; undefined if only `find` can tell. */
  positionOf(row: number): number | undefined;
  /** Where a row of the capture stands; null if the view changed before the answer came. */
  find(row: number): Promise<Place | null>;
  /** A row by its number in the capture, whether the view shows it or not; null if there is none. */
  packetRow(row: number): Promise<PacketRow | null>;
  /** The packets of the capture that belong to one, in order and itself included; empty if there is none. */
  exchange(row: number): Promise<readonly number[]>;
  /** Rows from a position on, fewer at the end; they are not kept. null if the view changed before they came. */
  read(start: number, count: number): Promise<readonly PacketRow[] | null>;
  /** How the connection's state changed between its rows; null if the view changed before the answer came. */
  bands(): Promise<CommandOutput<'view.bands'> | null>;
  /** How its rows lie in time; null if the view changed before the answer came. */
  density(slices: number): Promise<CommandOutput<'view.density'> | null>;
  /** What its packets come to, so far; null if the view changed before the answer came. */
  statistics(): Promise<Statistics | null>;
  /** Some topics seen in the capture that contain a text. */
  topics(contains: string): Promise<readonly string[]>;
  /**
   * What is drawn along the scrollbar, in so many parts, and where rows of the capture stand; null if
   * the view changed or has none.
   */
  marks(parts: number, rows: readonly number[]): Promise<ViewMarks | null>;
  /** Opens the view at the host, again after the door was lost or the view was closed. */
  open(): Promise<void>;
  /**
   * Puts another filter in force; what the one before was searching is given up. A closed view is
   * opened with it.
   */
  setFilter(filter: string): void;
  /** Says which positions are in sight; rows that are not there are asked for. */
  show(first: number, count: number): void;
  /** Says how many tail rows fill the sight. */
  setTailRows(rows: number): void;
  follow(following: boolean): void;
  /** Closes the view at the host. It costs nothing then, and its rows are there until it is opened again. */
  close(): void;
}

/** Packets of the capture, those that the filter does not show included. */
export function packetsOf({ search, total }: ViewState): number {
  return search?.packets ?? total;
}
