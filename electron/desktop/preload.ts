import { contextBridge, ipcRenderer } from 'electron';
import type { Door } from '../../shared/contract/door.ts';
import type { EventName, EventPayload } from '../../shared/contract/events.ts';
import { EVENT_CHANNEL, INVOKE_CHANNEL } from './channels.ts';

const listeners = new Map<EventName, Set<(payload: never) => void>>();

ipcRenderer.on(EVENT_CHANNEL, (_event, name: EventName, payload: unknown) => {
  for (const listener of [...(listeners.get(name) ?? [])]) listener(payload as never);
});

const door: Door = {
  async invoke(name, input) {
    try {
      return await ipcRenderer.invoke(INVOKE_CHANNEL, name, input);
    } catch (error) {
      return { ok: false, error: { code: 'door-closed', message: String(error) } };
    }
  },
  subscribe<K extends EventName>(name: K, listener: (payload: EventPayload<K>) => void) {
    const set = listeners.get(name) ?? new Set();
    // The same function may be subscribed twice: each subscription is an entry of its own.
    const entry = (payload: EventPayload<K>) => listener(payload);
    listeners.set(name, set.add(entry));
    return () => void set.delete(entry);
  },
};

contextBridge.exposeInMainWorld('tricorder', door);
