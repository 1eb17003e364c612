import { useEffect, useState } from 'react';
import { door, onDoorState } from '../bridge.ts';
import { appStore } from '../stores/app-store.ts';
import { createView, type View } from './view-store.ts';

interface Lease {
  readonly view: View;
  readonly release: () => void;
}

/** The views in use, by capture: the timeline and the status line share one. */
const leases = new Map<string, { view: View; users: number; end: () => void }>();

/** A capture that is being written is followed at first, a finished one is read from its start. */
function leaseView(captureId: string): Lease {
  let lease = leases.get(captureId);
  if (!lease) {
    const capture = appStore.getState().captures.find(({ id }) => id === captureId);
    const view = createView(door, captureId, capture?.live ?? true);
    const unsubscribe = onDoorState((state) => {
      if (state === 'open') void view.open();
    });
    const end = () => {
      unsubscribe();
      view.close();
      leases.delete(captureId);
    };
    lease = { view, users: 0, end };
    leases.set(captureId, lease);
  }
  const held = lease;
  held.users += 1;
  return {
    view: held.view,
    release: () => {
      held.users -= 1;
      if (held.users === 0) held.end();
    },
  };
}

/** The view of a capture, open as long as a component uses it; null before the first effect. */
export function useView(captureId: string): View | null {
  const [view, setView] = useState<View | null>(null);
  useEffect(() => {
    const lease = leaseView(captureId);
    setView(lease.view);
    return lease.release;
  }, [captureId]);
  return view;
}
