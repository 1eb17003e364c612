import { useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Bookmark, BookmarkList } from '../../shared/contract/bookmarks.ts';
import { ask, door, onDoorState } from '../bridge.ts';
import { reportFailure } from './failures.ts';

interface BookmarkState {
  /** In the order of the packets, by capture id; absent until the host was asked. */
  readonly lists: Readonly<Record<string, readonly Bookmark[]>>;
}

const bookmarkStore = createStore<BookmarkState>(() => ({ lists: {} }));

const none: readonly Bookmark[] = [];

function put({ captureId, bookmarks }: BookmarkList): void {
  bookmarkStore.setState(({ lists }) => ({ lists: { ...lists, [captureId]: bookmarks } }));
}

/** Keeps the bookmarks of a capture as the host has them, until the answer is called. */
export function watchBookmarks(captureId: string): () => void {
  // A capture that cannot be opened says so in the timeline; it has no bookmarks to show.
  const read = () => void ask('captures.bookmarks', { captureId }).then(put, () => undefined);
  const endState = onDoorState((state) => state === 'open' && read());
  const endEvents = door.subscribe('bookmarks.changed', (list) => {
    if (list.captureId === captureId) put(list);
  });
  read();
  return () => {
    endState();
    endEvents();
  };
}

/** Marks a packet with a note, which may be empty; null takes its bookmark away. */
export function setBookmark(captureId: string, row: number, note: string | null): void {
  setBookmarks(captureId, [row], note);
}

function setBookmarks(captureId: string, rows: readonly number[], note: string | null): void {
  ask('captures.bookmark', { captureId, rows: [...rows], note }).then(put, reportFailure);
}

/** Marks those of some packets that are not marked; where all are, takes their bookmarks away. */
export function toggleBookmarks(captureId: string, rows: readonly number[]): void {
  const bookmarks = bookmarkStore.getState().lists[captureId] ?? none;
  const marked = new Set(bookmarks.map(({ row }) => row));
  const others = rows.filter((row) => !marked.has(row));
  if (others.length > 0) setBookmarks(captureId, others, '');
  else if (rows.length > 0) setBookmarks(captureId, rows, null);
}

/** The bookmarks of a capture, in the order of its packets. */
export function useBookmarks(captureId: string): readonly Bookmark[] {
  return useStore(bookmarkStore, ({ lists }) => lists[captureId] ?? none);
}

/** The notes of bookmarks, by row; empty ones are those of bookmarks without a note. */
export function useBookmarkNotes(captureId: string): ReadonlyMap<number, string> {
  const bookmarks = useBookmarks(captureId);
  return useMemo(() => new Map(bookmarks.map(({ row, note }) => [row, note])), [bookmarks]);
}
