/**
 * Headers of every answer, for a page that `host` (`127.0.0.1:8520`) serves.
 *
 * Styles may be inline because Mantine and CodeMirror write style elements; scripts may not. The
 * WebSocket's address stands beside 'self', which older browsers match for http only.
 */
export function securityHeaders(host: string): readonly (readonly [string, string])[] {
  const policy = [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self' ws://${host}`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ];
  return [
    ['Content-Security-Policy', policy.join('; ')],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    ['Referrer-Policy', 'no-referrer'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
  ];
}
