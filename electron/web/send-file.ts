import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { ExportedFile } from '../host/capture/export/exports.ts';
import { attachmentHeaders } from '../host/page/export-attachment.ts';
import { pageFile } from '../host/page/page-file.ts';

/** The bundler puts a hash of the content into the names below `assets/`, so they never change. */
const cachingOf = (pathname: string) =>
  pathname.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-store';

function notFound(response: ServerResponse): void {
  response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
}

async function send(path: string, response: ServerResponse, withBody: boolean): Promise<void> {
  if (withBody) await pipeline(createReadStream(path), response);
  else response.end();
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
  const page = pageFile(folder, pathname);
  const file = page && (await stat(page.path).catch(() => null));
  if (!page || !file?.isFile()) return notFound(response);
  response.writeHead(200, {
    'Content-Type': page.contentType,
    'Content-Length': file.size,
    'Cache-Control': cachingOf(pathname),
  });
  await send(page.path, response, withBody);
}

/** Answers with an export as a file to save, or with 404 where there is none. */
export async function sendExport(
  file: ExportedFile | null,
  response: ServerResponse,
  withBody: boolean,
): Promise<void> {
  if (!file) return notFound(response);
  response.writeHead(200, attachmentHeaders(file));
  await send(file.path, response, withBody);
}
