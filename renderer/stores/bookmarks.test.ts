import { expect, it, vi } from 'vitest';

vi.mock('../bridge.ts', () => ({ ask: vi.fn(), door: {}, onDoorState: vi.fn() }));

const { bookmarkBeside } = await import('./bookmarks.ts');

const bookmarks = [3, 10, 20].map((row) => ({ row, note: '' }));

it('goes from bookmark to bookmark, and round at the ends', () => {
  expect(bookmarkBeside(bookmarks, null, 1)).toBe(3);
  expect(bookmarkBeside(bookmarks, 3, 1)).toBe(10);
  expect(bookmarkBeside(bookmarks, 12, 1)).toBe(20);
  expect(bookmarkBeside(bookmarks, 20, 1)).toBe(3);
  expect(bookmarkBeside(bookmarks, null, -1)).toBe(20);
  expect(bookmarkBeside(bookmarks, 12, -1)).toBe(10);
  expect(bookmarkBeside(bookmarks, 3, -1)).toBe(20);
  expect(bookmarkBeside([], 3, 1)).toBeNull();
});
