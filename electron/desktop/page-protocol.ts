import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { Protocol } from 'electron';

const SCHEME = 'app';

/** Where the page lives: a scheme of our own, so that it has an origin and `file:` has no rights. */
export const PAGE_URL = `${SCHEME}://tricorder/`;

/** True for an address of our own page. (Node's URL knows no origin for schemes such as ours.) */
export function isPageUrl(url: string): boolean {
  return url.startsWith(PAGE_URL);
}

/**
 * The page loads nothing from elsewhere and evaluates no text. Inline styles are the exception:
 * Mantine and CodeMirror write style elements as they go.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Types of the files a page is built of. A table, because under `nosniff` a script with the type
 * that some Windows registries hold for `.js` would not run.
 */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Must be called before the app is ready. */
export function registerPageScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the built page in `directory` at {@link PAGE_URL}. */
export function servePage(protocol: Protocol, directory: string): void {
  protocol.handle(SCHEME, (request) => answerPageRequest(directory, request));
}

/** The file below `directory` that an address names, or null where it names none. */
function fileOf(directory: string, address: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(new URL(address).pathname);
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = join(directory, path.endsWith('/') ? `${path}index.html` : path);
  return file.startsWith(directory + sep) ? file : null;
}

/** Answers with a file of the page, or 404 and 405; never with anything outside `directory`. */
export async function answerPageRequest(directory: string, request: Request): Promise<Response> {
  const headers = {
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-cache',
  };
  if (request.method !== 'GET') return new Response(null, { status: 405, headers });
  const file = isPageUrl(request.url) ? fileOf(directory, request.url) : null;
  const type = file && CONTENT_TYPES[extname(file)];
  if (!file || !type) return new Response(null, { status: 404, headers });
  try {
    const body = await readFile(file);
    return new Response(body, { headers: { ...headers, 'content-type': type } });
  } catch {
    return new Response(null, { status: 404, headers });
  }
}
