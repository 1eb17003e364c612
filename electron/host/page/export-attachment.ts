import type { ExportedFile } from '../capture/export/exports.ts';

const EXPORTS = '/exports/';

/** The export that an address names, as `captures.export` calls it; null for any other address. */
export function exportIdOf(pathname: string): string | null {
  const id = pathname.startsWith(EXPORTS) ? pathname.slice(EXPORTS.length) : '';
  return /^[\w-]+$/.test(id) ? id : null;
}

/** `ext-value` of RFC 8187 §3.2.1: what `encodeURIComponent` leaves and it forbids is encoded too. */
function encodeExtended(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Headers that make a browser save an export under its name (RFC 6266 §4.1), not show it. */
export function attachmentHeaders({ name, size, contentType }: ExportedFile) {
  // Half of a surrogate pair, where a long name was cut, has no UTF-8.
  const wellFormed = name.replaceAll(/\p{Surrogate}/gu, '_');
  const ascii = wellFormed.replaceAll(/[^ -~]|["\\%]/gu, '_');
  return {
    'Content-Type': contentType,
    'Content-Length': String(size),
    'Content-Disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeExtended(wellFormed)}`,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  };
}
