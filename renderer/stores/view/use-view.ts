import { useEffect, useState } from 'react';
import { door, onDoorState } from '../../bridge.ts';
import { appStore } from '../app-store.ts';
import { tabsOf } from '../front.ts';
import { rememberFilter } from '../kept-filters.ts';
import { createFilterText, type FilterText } from './filter-text.ts';
import { filterChanged, forgetSelection } from './selection.ts';
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
  /** Closes the view; null while nobody uses it. */
  rest: (() => void) | null;
}

/**
 * The views of the open tabs, by capture: the timeline and the status line share one. That of a tab
 * behind is closed, and as it was left when the tab comes back.
 */
const leases = new Map<string, Lease>();

/** A capture that is being written is followed at first, a finished one is read from its start. */
function createLease(captureId: string): Lease {
  const capture = appStore.getState().captures.find(({ id }) => id === captureId);
  const view = createView(door, { captureId, following: capture?.live ?? true });
  view.store.subscribe(({ filter }, before) => {
    if (filter !== before.filter) filterChanged(captureId, before.filter, filter);
  });
  const filterText = createFilterText('', view.setFilter, rememberFilter);
  return { opened: { view, filterText }, users: 0, rest: null };
}

function use(lease: Lease): void {
  const { view } = lease.opened;
  lease.users += 1;
  if (lease.rest) return;
  const unsubscribe = onDoorState((state) => {
    if (state === 'open') void view.open();
  });
  lease.rest = () => {
    unsubscribe();
    view.close();
  };
}

function leave(lease: Lease): void {
  lease.users -= 1;
  if (lease.users > 0) return;
  lease.rest?.();
  lease.rest = null;
}

/** Forgets the views of tabs that were closed. */
function forgetClosed(): void {
  const tabs = tabsOf(appStore.getState());
  for (const [captureId, { users, opened }] of leases) {
    if (users > 0 || tabs.includes(captureId)) continue;
    opened.filterText.end();
    forgetSelection(captureId);
    leases.delete(captureId);
  }
}

/** The view of a capture, open as long as a component uses it; null before the first effect. */
export function useView(captureId: string): OpenedView | null {
  const [opened, setOpened] = useState<OpenedView | null>(null);
  useEffect(() => {
    forgetClosed();
    const lease = leases.get(captureId) ?? createLease(captureId);
    leases.set(captureId, lease);
    use(lease);
    setOpened(lease.opened);
    return () => leave(lease);
  }, [captureId]);
  return opened;
}
