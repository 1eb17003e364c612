import type { TopicLine } from './topic-rows.ts';

/** What a key does in the tree. */
export type TopicStep =
  | { readonly kind: 'move'; readonly to: number }
  | { readonly kind: 'open' | 'close'; readonly path: string }
  | { readonly kind: 'choose'; readonly line: TopicLine };

/**
 * What a key asks for on a line, after the treegrid pattern of the ARIA practices guide; null for
 * nothing.
 *
 * @param at the line with the cursor, -1 for none
 * @param page lines in sight
 */
export function topicStep(
  key: string,
  lines: readonly TopicLine[],
  at: number,
  page: number,
): TopicStep | null {
  const line = lines[at];
  const to = (wanted: number): TopicStep => ({
    kind: 'move',
    to: Math.min(Math.max(0, wanted), lines.length - 1),
  });
  if (lines.length === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return to(at + 1);
    case 'ArrowUp':
      return to(at - 1);
    case 'PageDown':
      return to(at + page);
    case 'PageUp':
      return to(at - page);
    case 'Home':
      return to(0);
    case 'End':
      return to(lines.length - 1);
    default:
      return line === undefined ? null : lineStep(key, lines, at, line, to);
  }
}

function lineStep(
  key: string,
  lines: readonly TopicLine[],
  at: number,
  line: TopicLine,
  to: (at: number) => TopicStep,
): TopicStep | null {
  const { node, open, parent } = line;
  switch (key) {
    case 'ArrowRight':
      if (open === null) return null;
      return open ? to(at + 1) : { kind: 'open', path: node.path };
    case 'ArrowLeft':
      if (open) return { kind: 'close', path: node.path };
      return parent === null ? null : to(lines.findIndex((other) => other.node === parent));
    case 'Enter':
    case ' ':
      return { kind: 'choose', line };
    default:
      return null;
  }
}
