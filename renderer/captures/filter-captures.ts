import type { Capture } from '../../shared/contract/packets.ts';

/** The captures whose name, endpoint or time has every word of a search, whatever its case. */
export function filterCaptures(
  captures: readonly Capture[],
  search: string,
  timeOf: (capture: Capture) => string,
): readonly Capture[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return captures.filter((capture) => {
    const text = `${capture.label}\n${capture.endpoint}\n${timeOf(capture)}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
