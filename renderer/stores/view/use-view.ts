import { useEffect, useState } from 'react';
import { door, onDoorState } from '../../bridge.ts';
import { appStore } from '../app-store.ts';
import { createFilterText, type FilterText } from './filter-text.ts';
import type { View } from './view.ts';
import { createView } from './view-store.ts';

/** A view with the text of its filter. */
export interface OpenedView {
  readonly view: View;
  readonly filterText: FilterText;
}

interface Lease {
  readonly opened: OpenedView;
  users: number;
  readonly end: () => void;
}

/** The views in use, by capture: the timeline and the status line share one. */
const leases = new Map<string, Lease>();

/** How the views of captures were left whose tabs are behind. */
const left = new Map<string, { readonly filter: string; readonly following: boolean }>();

/** A capture that is being written is followed at first, a finished one is read from its start. */
function openView(captureId: string): Lease {
  const capture = appStore.getState().captures.find(({ id }) => id === captureId);
  const { filter = '', following = capture?.live ?? true } = left.get(captureId) ?? {};
  const view = createView(door, { captureId, following, filter });
  const filterText = createFilterText(filter, view.setFilter);
  const unsubscribe = onDoorState((state) => {
    if (state === 'open') void view.open();
  });
  const end = () => {
    unsubscribe();
    filterText.end();
    view.close();
    const { inForce } = filterText.store.getState();
    left.set(captureId, { filter: inForce, following: view.store.getState().following });
    leases.delete(captureId);
  };
  return { opened: { view, filterText }, users: 0, end };
}

/** The view of a capture, open as long as a component uses it; null before the first effect. */
export function useView(captureId: string): OpenedView | null {
  const [opened, setOpened] = useState<OpenedView | null>(null);
  useEffect(() => {
    const lease = leases.get(captureId) ?? openView(captureId);
    leases.set(captureId, lease);
    lease.users += 1;
    setOpened(lease.opened);
    return () => {
      lease.users -= 1;
      if (lease.users === 0) lease.end();
    };
  }, [captureId]);
  return opened;
}
