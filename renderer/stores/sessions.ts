import type { ConnectionState } from '../../shared/session/connection-state.ts';
import { ask } from '../bridge.ts';
import { putSession } from './app-store.ts';
import { forgetTab, openCapture } from './tabs.ts';

/** True while a session has a connection, is making one, or will try again. */
export function isActive(state: ConnectionState): boolean {
  return (
    state.status === 'connected' || state.status === 'connecting' || state.status === 'waiting'
  );
}

/** Connects a device and brings its tab to the front. Rejects with an AskError. */
export async function connectDevice(deviceId: string): Promise<void> {
  const session = await ask('sessions.connect', { deviceId });
  putSession(session);
  openCapture(session.captureId);
}

/** Starts the local platform with a demo device and brings its tab to the front. */
export async function tryPlatform(): Promise<void> {
  const session = await ask('platform.try', {});
  putSession(session);
  openCapture(session.captureId);
}

/** Ends a session if it is active and closes its tab; what was captured stays. */
export async function closeSession(sessionId: string, captureId: string, active: boolean) {
  if (active) await ask('sessions.disconnect', { sessionId });
  await ask('sessions.close', { sessionId });
  forgetTab(captureId);
}
