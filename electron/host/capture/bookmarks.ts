import {
  BOOKMARKS_MAX,
  type Bookmark,
  type BookmarkList,
} from '../../../shared/contract/bookmarks.ts';
import type { CommandInput } from '../../../shared/contract/commands.ts';
import { HostError } from '../../../shared/contract/result.ts';
import type { CaptureLibrary } from './capture-library.ts';

type Library = Pick<CaptureLibrary, 'use' | 'change'>;

/** The packets that users marked, kept in the description of their capture. */
export class Bookmarks {
  private readonly library: Library;
  private readonly changed: (list: BookmarkList) => void;
  /** Changes are made one after another: each begins with what the one before left. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(library: Library, changed: (list: BookmarkList) => void) {
    this.library = library;
    this.changed = changed;
  }

  list(captureId: string): Promise<BookmarkList> {
    return this.library.use(captureId, async ({ about }) => ({
      captureId,
      bookmarks: about.bookmarks ?? [],
    }));
  }

  set(input: CommandInput<'captures.bookmark'>): Promise<BookmarkList> {
    const change = this.last.then(() => this.apply(input));
    this.last = change.catch(() => undefined);
    return change;
  }

  private apply({
    captureId,
    rows,
    note,
  }: CommandInput<'captures.bookmark'>): Promise<BookmarkList> {
    return this.library.use(captureId, async (capture) => {
      const last = Math.max(...rows);
      if (last >= capture.log.index.length) {
        throw new HostError('not-found', `no packet ${last + 1} in ${captureId}`);
      }
      const others = (capture.about.bookmarks ?? []).filter(({ row }) => !rows.includes(row));
      const added = note === null ? [] : [...new Set(rows)].map((row) => ({ row, note }));
      const bookmarks = inOrder([...others, ...added]);
      if (bookmarks.length > BOOKMARKS_MAX) {
        throw new HostError('invalid-input', `a capture has ${BOOKMARKS_MAX} bookmarks at most`);
      }
      await this.library.change(captureId, { bookmarks });
      // A filter for bookmarks looks at the packets again.
      for (const row of rows) capture.log.rowChanged(row);
      const list = { captureId, bookmarks };
      this.changed(list);
      return list;
    });
  }
}

const inOrder = (bookmarks: readonly Bookmark[]): Bookmark[] =>
  bookmarks.toSorted((one, other) => one.row - other.row);
