import type { PhaseTiming } from '../../../shared/contract/sessions.ts';
import type { ConnectPhase } from '../../../shared/session/connection-state.ts';

/** How long each phase of an attempt took. */
export class PhaseClock {
  /** Of the last attempt, in order; the last one may be under way. */
  timings: readonly PhaseTiming[] = [];
  private started = 0;

  /** A new attempt begins. */
  reset(): void {
    this.timings = [];
  }

  /**
   * The phase before is over.
   *
   * @param before milliseconds that one took, as `end` takes them
   */
  enter(phase: ConnectPhase, before: number | null = null): void {
    this.end(before);
    this.timings = [...this.timings, { phase, milliseconds: null }];
    this.started = performance.now();
  }

  /**
   * The phase under way is over, if there is one.
   *
   * @param measured milliseconds it took on the wire; null: until now
   */
  end(measured: number | null = null): void {
    const milliseconds = measured ?? performance.now() - this.started;
    this.timings = this.timings.map((timing) =>
      timing.milliseconds === null ? { ...timing, milliseconds } : timing,
    );
  }
}
