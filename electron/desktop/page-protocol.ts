import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Protocol } from 'electron';
import type { Host } from '../host/host.ts';
import { contentSecurityPolicy } from '../host/page/content-security-policy.ts';
import { attachmentHeaders, exportIdOf } from '../host/page/export-attachment.ts';
import { pageFile } from '../host/page/page-file.ts';

const SCHEME = 'app';

/** Where the page lives: a scheme of our own, so that it has an origin and `file:` has no rights. */
export const PAGE_URL = `${SCHEME}://tricorder/`;

/** True for an address of our own page. (Node's URL knows no origin for schemes such as ours.) */
export function isPageUrl(url: string): boolean {
  return url.startsWith(PAGE_URL);
}

/** True for the address of an export, finished or not. */
export function isExportUrl(url: string): boolean {
  return isPageUrl(url) && exportIdOf(new URL(url).pathname) !== null;
}

const HEADERS = {
  'content-security-policy': contentSecurityPolicy(),
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-cache',
};

const refuse = (status: number) => new Response(null, { status, headers: HEADERS });

/** Where answers come from: the folder of the built page, absolute, and the host's exports. */
export interface PageSource {
  readonly folder: string;
  readonly exportFile: Host['exportFile'];
}

/** Must be called before the app is ready. */
export function registerPageScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the built page, and exports below it, at {@link PAGE_URL}. */
export function servePage(protocol: Protocol, source: PageSource): void {
  protocol.handle(SCHEME, (request) => answerPageRequest(source, request));
}

/** Answers with a file of the page or an export, or 404 and 405; never with any other file. */
export async function answerPageRequest(source: PageSource, request: Request): Promise<Response> {
  if (request.method !== 'GET') return refuse(405);
  if (!isPageUrl(request.url)) return refuse(404);
  const { pathname } = new URL(request.url);
  const exportId = exportIdOf(pathname);
  return exportId === null
    ? answerPageFile(source.folder, pathname)
    : answerExport(source.exportFile(exportId));
}

async function answerPageFile(folder: string, pathname: string): Promise<Response> {
  const file = pageFile(folder, pathname);
  const body = file && (await readFile(file.path).catch(() => null));
  if (!body) return refuse(404);
  return new Response(body, { headers: { ...HEADERS, 'content-type': file.contentType } });
}

function answerExport(file: ReturnType<Host['exportFile']>): Response {
  if (!file) return refuse(404);
  const body = Readable.toWeb(createReadStream(file.path));
  return new Response(body, { headers: attachmentHeaders(file) });
}
