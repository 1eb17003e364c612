import { explainCause } from '../../../shared/alibaba/diagnosis/explain-cause.ts';
import type { Found } from '../../../shared/alibaba/diagnosis/session/watch-session.ts';
import type { DeviceTarget } from '../../../shared/contract/devices.ts';
import type { Cause, ConnectionState } from '../../../shared/session/connection-state.ts';
import type { Band } from './state-bands.ts';

/** Packets at the end of a connection that may say why it ended: the last, and what answered it. */
const LAST_WORDS = 2;

/**
 * Connections that were lost and whose packets do not say why: what is known of the cause is told at
 * the last packet of each. Attempts that failed are no losses: there was nothing to lose.
 */
export class LostConnections {
  private readonly target: DeviceTarget;
  private bands: ReadonlyMap<number, Band> = new Map();
  private lastError = Number.NEGATIVE_INFINITY;

  constructor(target: DeviceTarget) {
    this.target = target;
  }

  /** Something is wrong with a packet, which may be why its connection was lost. */
  error(row: number): void {
    this.lastError = Math.max(this.lastError, row);
  }

  /** Takes over what is known by now of how the connection changed. */
  know(bands: readonly Band[]): void {
    this.bands = new Map(bands.map((band) => [band.row, band]));
  }

  /** The loss right before a row, once the rows before it were looked at; empty for none. */
  before(row: number): Found[] {
    const cause = causeOfLoss(this.bands.get(row)?.states ?? []);
    const isSaid = this.lastError >= row - LAST_WORDS;
    if (cause === null || isSaid || row === 0) return [];
    const findings = explainCause(cause, { target: this.target });
    return findings.map((finding) => ({ row: row - 1, finding }));
  }
}

/** Why a connection that stood was lost; null where none was. */
function causeOfLoss(states: readonly ConnectionState[]): Cause | null {
  const causes = states.map((state) =>
    state.status === 'waiting' || state.status === 'closed' ? state.cause : null,
  );
  return causes.find((cause) => cause !== null && cause.phase === null) ?? null;
}
