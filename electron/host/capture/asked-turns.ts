import type { Capture } from './capture.ts';
import { SLICE_MS, type Turns } from './view-turns.ts';

/** How long one question may be worked at before it is answered with how far that came. */
const ANSWER_MS = 150;

/**
 * The turns for answering one question: slices beside everything else, and beside what is being
 * recorded a rest after each, so that recording keeps the greater part of the time.
 */
export class AskedTurns {
  private readonly capture: Capture;
  private readonly turns: Turns;
  private readonly ends = performance.now() + ANSWER_MS;

  constructor(capture: Capture, turns: Turns) {
    this.capture = capture;
    this.turns = turns;
  }

  /** When the next slice ends, as `performance.now()` counts; null once the time for this question is over. */
  async next(): Promise<number | null> {
    if (performance.now() >= this.ends) return null;
    if (this.capture.isLive) await new Promise((wake) => setTimeout(wake, 2 * SLICE_MS));
    await this.turns.next();
    return performance.now() + SLICE_MS;
  }
}
