import type { SignMethod } from '../contract/devices.ts';

/** Hex digits of the password that each method gives: two per byte of the digest (RFC 2104). */
export const passwordLengths: Readonly<Record<SignMethod, number>> = {
  hmacmd5: 32,
  hmacsha1: 40,
  hmacsha256: 64,
};

/** What the look of a password tells of how it was made. */
export interface PasswordForm {
  /** The method that gives this many bytes. */
  readonly method: SignMethod;
  /** The digest in lower-case hex, whichever way it was written. */
  readonly hex: string;
  /** It is written in Base64, where the platform reads hex. */
  readonly isBase64: boolean;
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The bytes of a Base64 text in hex; bits that fill no byte are dropped (RFC 4648 §4). */
function hexOfBase64(text: string): string {
  const bits = [...text]
    .map((digit) => BASE64.indexOf(digit).toString(2).padStart(6, '0'))
    .join('');
  return (bits.match(/.{8}/g) ?? [])
    .map((byte) => Number.parseInt(byte, 2).toString(16).padStart(2, '0'))
    .join('');
}

function methodOf(hex: string): SignMethod | undefined {
  return (Object.keys(passwordLengths) as SignMethod[]).find(
    (method) => passwordLengths[method] === hex.length,
  );
}

/** True for hex digits of either case, as many as there are. */
export function isHex(text: string): boolean {
  return /^[0-9a-f]+$/i.test(text);
}

/**
 * Reads a password as a digest, in hex of either case (D-73742) or in Base64 with either alphabet and
 * with or without padding; null for what no method gives.
 */
export function readPassword(password: string): PasswordForm | null {
  const isBase64 = !isHex(password);
  if (isBase64 && !/^[\w+/-]+={0,2}$/.test(password)) return null;
  const hex = isBase64
    ? hexOfBase64(password.replace(/=+$/, '').replaceAll('-', '+').replaceAll('_', '/'))
    : password.toLowerCase();
  const method = methodOf(hex);
  return method ? { method, hex, isBase64 } : null;
}
