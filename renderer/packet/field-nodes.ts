import type { PacketField } from '../../shared/contract/packets.ts';

/** A field in its place in the tree. */
export interface FieldNode {
  /** Positions from the root, such as `2.0`: also the node's id. */
  readonly path: string;
  /** Names from the root: what stays the same from one packet to the next of its kind. */
  readonly name: string;
  readonly field: PacketField;
  /** 1 for a root, as `aria-level` counts. */
  readonly level: number;
  readonly position: number;
  readonly siblings: number;
  readonly parent: string | null;
}

/** The nodes in sight from top to bottom; those below a collapsed name are left out. */
export function visibleNodes(
  fields: readonly PacketField[],
  collapsed: ReadonlySet<string>,
): FieldNode[] {
  const nodes: FieldNode[] = [];
  function add(children: readonly PacketField[], parent: FieldNode | null): void {
    children.forEach((field, at) => {
      const node: FieldNode = {
        path: parent ? `${parent.path}.${at}` : String(at),
        name: parent ? `${parent.name}/${field.name}` : field.name,
        field,
        level: (parent?.level ?? 0) + 1,
        position: at + 1,
        siblings: children.length,
        parent: parent?.path ?? null,
      };
      nodes.push(node);
      if (!collapsed.has(node.name)) add(field.children, node);
    });
  }
  add(fields, null);
  return nodes;
}

/** The deepest field that a byte belongs to, with collapsed branches ignored; null for none. */
export function nodeAtByte(fields: readonly PacketField[], byte: number): FieldNode | null {
  const covers = ({ field }: FieldNode) => field.start <= byte && byte < field.end;
  return visibleNodes(fields, new Set()).findLast(covers) ?? null;
}

/** What a key does in the tree (ARIA tree pattern). */
export type TreeStep =
  | { readonly kind: 'select'; readonly path: string }
  | { readonly kind: 'toggle'; readonly name: string };

/** The step of a key from a node; null for a key or a place that has none. */
export function stepForKey(
  key: string,
  nodes: readonly FieldNode[],
  path: string,
  collapsed: ReadonlySet<string>,
): TreeStep | null {
  const at = nodes.findIndex((node) => node.path === path);
  const node = nodes[at];
  if (!node) return null;
  const select = (target: string | null | undefined): TreeStep | null =>
    target == null ? null : { kind: 'select', path: target };
  const branch = node.field.children.length > 0;
  const open = branch && !collapsed.has(node.name);
  switch (key) {
    case 'ArrowDown':
      return select(nodes[at + 1]?.path);
    case 'ArrowUp':
      return select(nodes[at - 1]?.path);
    case 'Home':
      return select(nodes[0]?.path);
    case 'End':
      return select(nodes.at(-1)?.path);
    case 'ArrowRight':
      if (open) return select(nodes[at + 1]?.path);
      return branch ? { kind: 'toggle', name: node.name } : null;
    case 'ArrowLeft':
      return open ? { kind: 'toggle', name: node.name } : select(node.parent);
    case 'Enter':
    case ' ':
      return branch ? { kind: 'toggle', name: node.name } : null;
    default:
      return null;
  }
}
