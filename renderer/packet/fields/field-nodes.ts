import type { PacketField } from '../../../shared/contract/packets.ts';

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

/** Names of the branches that were opened or closed against their first state. */
export type Toggled = ReadonlySet<string>;

/** Whether a branch is open: a value says what matters of it, so one with a value begins closed. */
export function isOpen({ name, field }: FieldNode, toggled: Toggled): boolean {
  return field.children.length > 0 && (field.value === '') !== toggled.has(name);
}

function nodesOf(fields: readonly PacketField[], opens: (node: FieldNode) => boolean): FieldNode[] {
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
      if (opens(node)) add(field.children, node);
    });
  }
  add(fields, null);
  return nodes;
}

/** Every node from top to bottom, in closed branches too. */
export function allNodes(fields: readonly PacketField[]): FieldNode[] {
  return nodesOf(fields, () => true);
}

/** The nodes in sight from top to bottom. */
export function visibleNodes(fields: readonly PacketField[], toggled: Toggled): FieldNode[] {
  return nodesOf(fields, (node) => isOpen(node, toggled));
}

/**
 * The innermost of all nodes around the bytes `start` to `end` (exclusive); null for none. Where
 * several share the bytes, as the bits of a byte do, it is the one that holds them all.
 */
export function nodeAround(
  nodes: readonly FieldNode[],
  start: number,
  end: number,
): FieldNode | null {
  let innermost: FieldNode | null = null;
  let ambiguous = false;
  for (const node of nodes) {
    if (node.field.start > start || node.field.end < end) continue;
    if (innermost === null || node.level > innermost.level) {
      innermost = node;
      ambiguous = false;
    } else ambiguous = true;
  }
  return ambiguous && innermost ? parentOf(nodes, innermost) : innermost;
}

const parentOf = (nodes: readonly FieldNode[], { parent }: FieldNode) =>
  nodes.find(({ path }) => path === parent) ?? null;

/** The branches around a node, from the root. */
export function ancestorsOf(nodes: readonly FieldNode[], { path }: FieldNode): FieldNode[] {
  return nodes.filter((node) => path.startsWith(`${node.path}.`));
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
  toggled: Toggled,
): TreeStep | null {
  const at = nodes.findIndex((node) => node.path === path);
  const node = nodes[at];
  if (!node) return null;
  const select = (target: string | null | undefined): TreeStep | null =>
    target == null ? null : { kind: 'select', path: target };
  const branch = node.field.children.length > 0;
  const open = isOpen(node, toggled);
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
