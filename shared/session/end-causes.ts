import type { Cause } from './connection-state.ts';

/** The connection closed and nobody said why. */
export function causeOfClose(accepted: boolean): Cause {
  return accepted
    ? { kind: 'closed-by-broker', phase: null, code: null, raw: 'the broker closed the connection' }
    : {
        kind: 'no-connack',
        phase: 'mqtt',
        code: null,
        raw: 'the connection was closed before a CONNACK',
      };
}

/** The broker's MQTT 5 DISCONNECT. */
export function causeOfDisconnect(code: number): Cause {
  return {
    kind: 'disconnected-by-broker',
    phase: null,
    code,
    raw: `DISCONNECT with reason code ${code}`,
  };
}

/** A CONNACK that refused, with its return code (MQTT 3.1.1 §3.2.2.3) or reason code. */
export function causeOfConnack(code: number): Cause {
  return { kind: 'connack-refused', phase: 'mqtt', code, raw: `CONNACK with code ${code}` };
}
