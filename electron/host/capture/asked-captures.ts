import type { Capture } from './capture.ts';

/** Captures that something is kept of, unless told otherwise. */
const KEPT_MAX = 8;

/** What was learnt of the captures that pages asked about last. */
export class AskedCaptures<T> {
  private readonly kept = new Map<string, { readonly capture: Capture; readonly value: T }>();
  private readonly make: (capture: Capture) => T;
  private readonly end: (value: T) => void;
  private readonly keptMax: number;

  constructor(
    make: (capture: Capture) => T,
    end: (value: T) => void = () => undefined,
    keptMax: number = KEPT_MAX,
  ) {
    this.make = make;
    this.end = end;
    this.keptMax = keptMax;
  }

  of(capture: Capture): T {
    const known = this.kept.get(capture.id);
    // A past capture that was closed and opened again is read through another file.
    if (known !== undefined && known.capture !== capture) this.forget(capture.id);
    const kept = this.kept.get(capture.id) ?? { capture, value: this.make(capture) };
    this.kept.delete(capture.id);
    this.kept.set(capture.id, kept);
    for (const id of this.kept.keys()) {
      if (this.kept.size <= this.keptMax) break;
      this.forget(id);
    }
    return kept.value;
  }

  forget(captureId: string): void {
    const known = this.kept.get(captureId);
    this.kept.delete(captureId);
    if (known !== undefined) this.end(known.value);
  }

  clear(): void {
    for (const id of [...this.kept.keys()]) this.forget(id);
  }
}
