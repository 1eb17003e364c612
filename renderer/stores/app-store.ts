import { createStore } from 'zustand/vanilla';
import type { Device } from '../../shared/contract/devices.ts';
import type { Notice } from '../../shared/contract/events.ts';
import type { Capture } from '../../shared/contract/packets.ts';
import { defaultPreferences, type Preferences } from '../../shared/contract/preferences.ts';
import type { Session } from '../../shared/contract/sessions.ts';
import type { VaultKind } from '../../shared/contract/vaults.ts';
import { ask, type DoorState, door, onDoorState } from '../bridge.ts';
import { forgetProgress, putProgress, replaceProgress } from './progress.ts';

/** What the page knows of the host: a copy of its snapshot, kept up to date by its events. */
export interface AppState {
  /** `loading` until the first snapshot; `lost` while the door is closed. */
  readonly status: 'loading' | 'ready' | 'lost';
  /** null until the door was open or lost for the first time. */
  readonly doorState: DoorState | null;
  readonly version: string;
  readonly mode: 'desktop' | 'web';
  readonly dataDir: string;
  readonly vault: VaultKind;
  readonly devices: readonly Device[];
  /** By session id. */
  readonly sessions: Readonly<Record<string, Session>>;
  readonly captures: readonly Capture[];
  readonly preferences: Preferences;
  readonly notices: readonly Notice[];
}

export const appStore = createStore<AppState>(() => ({
  status: 'loading',
  doorState: null,
  version: '',
  mode: 'web',
  dataDir: '',
  vault: 'key-file',
  devices: [],
  sessions: {},
  captures: [],
  preferences: defaultPreferences,
  notices: [],
}));

/** Puts a session as an answer or an event brought it into the store. */
export function putSession(session: Session): void {
  appStore.setState(({ sessions }) => ({ sessions: { ...sessions, [session.id]: session } }));
}

const dismissed = new Set<string>();

/** Takes a notice away until the program starts again. */
export function dismissNotice(id: string): void {
  dismissed.add(id);
  appStore.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}

async function loadSnapshot(): Promise<void> {
  const { sessions, progress, notices, ...rest } = await ask('app.snapshot', {});
  replaceProgress(progress);
  appStore.setState({
    ...rest,
    sessions: Object.fromEntries(sessions.map((session) => [session.id, session])),
    notices: notices.filter(({ id }) => !dismissed.has(id)),
    status: 'ready',
  });
}

/**
 * Subscribes to the host's events and asks for its snapshot, again after every reopening of the
 * door. Call once.
 */
export function startApp(): void {
  const { setState } = appStore;
  door.subscribe('devices.changed', ({ devices }) => setState({ devices }));
  door.subscribe('captures.changed', ({ captures }) => setState({ captures }));
  door.subscribe('session.changed', ({ session }) => putSession(session));
  door.subscribe('session.progressed', putProgress);
  door.subscribe('session.removed', ({ sessionId }) => {
    forgetProgress(sessionId);
    setState(({ sessions }) => {
      const { [sessionId]: _removed, ...others } = sessions;
      return { sessions: others };
    });
  });
  door.subscribe('notice', ({ notice }) =>
    setState(({ notices }) => ({
      notices: [...notices.filter(({ id }) => id !== notice.id), notice],
    })),
  );
  onDoorState((doorState) => {
    if (doorState === 'lost') {
      setState({ doorState, status: 'lost' });
      return;
    }
    setState({ doorState });
    // A snapshot that fails because the door closed again is asked for at its next opening.
    loadSnapshot().catch(() => setState({ status: 'lost' }));
  });
}
