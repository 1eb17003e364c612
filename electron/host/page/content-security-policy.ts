/**
 * What a page of either door may do: load from its own origin, evaluate nothing. Styles may be
 * inline because Mantine and CodeMirror write style elements; scripts may not.
 *
 * @param connectTo addresses the page may connect to beside its own origin
 */
export function contentSecurityPolicy(...connectTo: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    ["connect-src 'self'", ...connectTo].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
