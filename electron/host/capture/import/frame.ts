/** A frame of a capture file, as the network card had it. */
export interface Frame {
  /** Microseconds since the epoch. */
  readonly time: number;
  readonly linkType: number;
  /** Valid until the next frame is read. */
  readonly data: Buffer;
  /** The file holds fewer bytes than the frame had. */
  readonly truncated: boolean;
  /** What somebody wrote about it; may be empty, and is absent where nobody did. */
  readonly comment?: string;
}

/** Longer frames are taken for damage: the largest snapshot length in use is 256 KiB. */
export const FRAME_BYTES_MAX = 1024 * 1024;

/** A time that a file of ours can hold: none before the epoch, none that a double cannot count. */
export function saneTime(microseconds: number): number {
  return Math.min(Math.max(0, Math.floor(microseconds)), Number.MAX_SAFE_INTEGER);
}
