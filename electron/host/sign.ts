import { createHmac } from 'node:crypto';
import type { SignMethod } from '../../shared/contract/devices.ts';

const digests = { hmacmd5: 'md5', hmacsha1: 'sha1', hmacsha256: 'sha256' } as const;

/** The MQTT password of a device: the HMAC of `content` under its secret, lower-case hex (D-73742). */
export function signPassword(content: string, secret: string, method: SignMethod): string {
  return createHmac(digests[method], secret).update(content, 'utf8').digest('hex');
}
