import { HostError } from '../../../shared/contract/result.ts';
import { type CompiledFilter, compileFilter } from '../../../shared/filter/compile-filter.ts';
import { parseFilter } from '../../../shared/filter/parse-filter.ts';

/** Minutes that this machine's local time is ahead of UTC. */
export const hostZoneOffset = (): number => -new Date().getTimezoneOffset();

/**
 * A filter as the page writes it, ready to run; null for the one that everything matches.
 *
 * @param zoneOffset minutes that local time is ahead of UTC, for `time`
 * @throws HostError `invalid-input` when it cannot be read
 */
export function readFilter(text = '', zoneOffset = hostZoneOffset()): CompiledFilter | null {
  const parsed = parseFilter(text);
  if (!parsed.ok) {
    const { start, expected } = parsed.error;
    throw new HostError('invalid-input', `filter: expected ${expected.join(', ')} at ${start}`);
  }
  if (parsed.filter.kind === 'all') return null;
  return compileFilter(parsed.filter, { zoneOffset, decode: decodeUtf8 });
}

const decodeUtf8 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
