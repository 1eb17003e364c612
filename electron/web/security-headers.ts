import { contentSecurityPolicy } from '../host/page/content-security-policy.ts';

/**
 * Headers of every answer, for a page that `host` (`127.0.0.1:8520`) serves. The WebSocket's
 * address stands beside 'self', which older browsers match for http only.
 */
export function securityHeaders(host: string): readonly (readonly [string, string])[] {
  return [
    ['Content-Security-Policy', contentSecurityPolicy(`ws://${host}`)],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    ['Referrer-Policy', 'no-referrer'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
  ];
}
