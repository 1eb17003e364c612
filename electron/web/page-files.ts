import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

const contentTypes: Readonly<Record<string, string>> = {
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

/** The bundler puts a hash of the content into the names below `assets/`, so they never change. */
const cachingOf = (pathname: string) =>
  pathname.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-store';

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

/** The file that a request's path names, or null when it lies outside the folder or is none. */
function pathInside(folder: string, pathname: string): string | null {
  const decoded = decode(pathname);
  if (decoded === null || decoded.includes('\0')) return null;
  const path = resolve(folder, `.${decoded === '/' ? '/index.html' : decoded}`);
  return path.startsWith(folder + sep) ? path : null;
}

/**
 * Answers with a file of the built page, or with 404.
 *
 * @param folder absolute, without a separator at its end
 * @param pathname of the request's URL, still percent-encoded; `/` is `index.html`
 */
export async function sendPageFile(
  folder: string,
  pathname: string,
  response: ServerResponse,
  withBody: boolean,
): Promise<void> {
  const path = pathInside(folder, pathname);
  const file = path === null ? null : await stat(path).catch(() => null);
  if (path === null || !file?.isFile()) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
    return;
  }
  response.writeHead(200, {
    'Content-Type': contentTypes[extname(path)] ?? 'application/octet-stream',
    'Content-Length': file.size,
    'Cache-Control': cachingOf(pathname),
  });
  if (withBody) await pipeline(createReadStream(path), response);
  else response.end();
}
