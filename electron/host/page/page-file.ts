import { extname, resolve, sep } from 'node:path';

/**
 * Types of the files that a page is built of. A table, because under `nosniff` a script with the
 * type that some Windows registries hold for `.js` would not run.
 */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** A file of the built page; whether it is there, only reading it tells. */
export interface PageFile {
  readonly path: string;
  readonly contentType: string;
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

/**
 * The file of the built page that an address names; null for one outside the folder, or of a type
 * that no page is built of.
 *
 * @param folder absolute, without a separator at its end
 * @param pathname of the address, still percent-encoded; `/` is `index.html`
 */
export function pageFile(folder: string, pathname: string): PageFile | null {
  const decoded = decode(pathname);
  // A backslash separates folders on Windows, and the page has none in its names.
  if (decoded === null || /[\0\\]/.test(decoded)) return null;
  const path = resolve(folder, `.${decoded === '/' ? '/index.html' : decoded}`);
  const contentType = CONTENT_TYPES[extname(path)];
  return contentType && path.startsWith(folder + sep) ? { path, contentType } : null;
}
