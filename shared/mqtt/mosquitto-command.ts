import { isReadableText } from './readable-text.ts';
import { decodeUtf8 } from './utf8.ts';

/** A message that is to be published again from a shell. */
export interface CommandMessage {
  readonly topic: string;
  readonly payload: Uint8Array;
  readonly qos: number;
  readonly retain: boolean;
}

/** Linux takes at most 128 KiB in one argument of a command (`MAX_ARG_STRLEN`). */
const ARGUMENT_BYTES_MAX = 100_000;

/** A text as one word of a POSIX shell. */
function quoted(text: string): string {
  return /^[\w./:@%+,=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** The text of a payload that a shell can hold as it is; null for any other. */
function textOf(payload: Uint8Array): string | null {
  // A terminal takes a carriage return that is pasted for Enter.
  if (!isReadableText(payload) || payload.includes(0x0d)) return null;
  return decodeUtf8(payload, 0, payload.length);
}

function base64Of(bytes: Uint8Array): string {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const word = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const count = Math.min(bytes.length - at, 3) + 1;
    for (let digit = 0; digit < 4; digit += 1) {
      text += digit < count ? digits[(word >> (18 - 6 * digit)) & 63] : '=';
    }
  }
  return text;
}

/**
 * A `mosquitto_pub` command for a POSIX shell that publishes a message: where to and what, never who:
 * it holds no client identifier, user name or password.
 *
 * @param endpoint such as `mqtts://host:8883`; the address is left out where it is none
 */
export function mosquittoCommand(message: CommandMessage, endpoint: string): string {
  const { topic, payload, qos, retain } = message;
  const [, scheme = '', ipv6, name, port = ''] =
    /^(\w+):\/\/(?:\[(.+)\]|([^/:]+)):(\d+)/.exec(endpoint) ?? [];
  const host = ipv6 ?? name ?? '';
  const where = host === '' ? [] : ['-h', quoted(host), '-p', port];
  if (/s$/.test(scheme) && host !== '') where.push('--tls-use-os-certs');
  const how = [...(qos > 0 ? ['-q', String(qos)] : []), ...(retain ? ['-r'] : [])];
  const command = ['mosquitto_pub', ...where, ...how, '-t', quoted(topic)].join(' ');
  const text = textOf(payload);
  if (payload.length === 0) return `${command} -n`;
  if (text === null) return `printf %s '${base64Of(payload)}' | base64 -d | ${command} -s`;
  if (payload.length > ARGUMENT_BYTES_MAX) return `printf %s ${quoted(text)} | ${command} -s`;
  return `${command} -m ${quoted(text)}`;
}
