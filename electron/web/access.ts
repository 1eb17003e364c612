import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Equal or not in a time that tells nothing about where two texts differ. */
const sameText = (a: string, b: string) => timingSafeEqual(digest(a), digest(b));

function cookieOf(request: IncomingMessage, name: string): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const equals = pair.indexOf('=');
    if (equals > 0 && pair.slice(0, equals).trim() === name) return pair.slice(equals + 1).trim();
  }
  return undefined;
}

/** Who may use a door on loopback: whoever has the key, through a page of the door itself. */
export interface Access {
  /** The request names this door as its host: DNS rebinding ends here. */
  hasOwnHost(request: IncomingMessage): boolean;
  /** The request comes from a page of this door: browsers name the page's origin truly. */
  hasOwnOrigin(request: IncomingMessage): boolean;
  isKey(text: string): boolean;
  /** The request carries the cookie that the key was changed into. */
  hasCookie(request: IncomingMessage): boolean;
  /** The `Set-Cookie` value that lets a browser in from now on. */
  readonly cookie: string;
}

/**
 * @param key the random key of this run, printable and safe in an address and in a cookie
 * @param port the port this door listens on. The cookie's name holds it, because browsers keep
 *   cookies per host, whatever the port, and two doors must not log each other out.
 */
export function createAccess(key: string, port: number): Access {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const name = `tricorder-${port}`;

  return {
    hasOwnHost: ({ headers }) => headers.host !== undefined && hosts.includes(headers.host),
    hasOwnOrigin: ({ headers }) =>
      headers.host !== undefined && headers.origin === `http://${headers.host}`,
    isKey: (text) => sameText(text, key),
    hasCookie(request) {
      const value = cookieOf(request, name);
      return value !== undefined && sameText(value, key);
    },
    cookie: `${name}=${key}; HttpOnly; SameSite=Strict; Path=/`,
  };
}
