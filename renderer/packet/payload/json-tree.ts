import { jsonLanguage } from '@codemirror/lang-json';
import type { syntaxTree } from '@codemirror/language';
import { printPath } from '../../../shared/filter/print-filter.ts';

type Tree = ReturnType<typeof syntaxTree>;
type SyntaxNode = Tree['topNode'];

/** A value of a JSON text, with its own text: what parsing would change stays as it was. */
export interface JsonValue {
  readonly kind: 'object' | 'array' | 'scalar';
  /** The text of the value as it was written. */
  readonly text: string;
  /** Members of an object or elements of an array, in order; names are parsed, indexes numbers. */
  readonly members: readonly (readonly [string | number, JsonValue])[];
}

/** A text of which parts can be had. */
export interface JsonText {
  slice(from: number, to: number): string;
}

/** Where a value stands in a JSON text. */
export interface JsonPlace {
  /** `$.params.items[0]["odd name"]`, as the filter writes fields. */
  readonly path: string;
  /** The same as names and indexes. */
  readonly steps: readonly (string | number)[];
  /** The value's own text. */
  readonly value: string;
  /** Where that stands, `to` exclusive. */
  readonly from: number;
  readonly to: number;
}

const VALUES = new Set(['Object', 'Array', 'String', 'Number', 'True', 'False', 'Null']);

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

const valueIn = (node: SyntaxNode) => childrenOf(node).find(({ name }) => VALUES.has(name));

/** The parsed name of a property. */
function nameOf(property: SyntaxNode, text: JsonText): string {
  const name = property.getChild('PropertyName');
  return name ? (JSON.parse(text.slice(name.from, name.to)) as string) : '';
}

/** Levels that are taken apart; what lies deeper is held as it was written. */
const DEPTH_MAX = 256;

function treeOf(node: SyntaxNode, text: string, depth: number): JsonValue {
  const own = text.slice(node.from, node.to);
  const leaf = { kind: 'scalar', text: own, members: [] } as const;
  if (depth === DEPTH_MAX) return leaf;
  if (node.name === 'Array') {
    const elements = childrenOf(node).filter(({ name }) => VALUES.has(name));
    const members = elements.map((element, at) => [at, treeOf(element, text, depth + 1)] as const);
    return { kind: 'array', text: own, members };
  }
  if (node.name !== 'Object') return leaf;
  const members = node.getChildren('Property').flatMap((property) => {
    const value = valueIn(property);
    return value ? [[nameOf(property, text), treeOf(value, text, depth + 1)] as const] : [];
  });
  return { kind: 'object', text: own, members };
}

/** A JSON text as a tree; null where it is none. */
export function readJson(text: string): JsonValue | null {
  const root = valueIn(jsonLanguage.parser.parse(text).topNode);
  return root ? treeOf(root, text, 0) : null;
}

/**
 * The value that a position of a JSON text lies in (its name counts too); null outside of any.
 *
 * @param tree what the text was parsed into
 */
export function jsonPlaceAt(tree: Tree, text: JsonText, position: number): JsonPlace | null {
  let node: SyntaxNode | null = tree.resolveInner(position, 1);
  if (node.name === 'JsonText') node = tree.resolveInner(position, -1);
  while (node && !VALUES.has(node.name) && node.name !== 'Property') node = node.parent;
  const value = node?.name === 'Property' ? valueIn(node) : node;
  if (!value) return null;
  const steps: (string | number)[] = [];
  for (let at: SyntaxNode = value; at.parent; at = at.parent) {
    const { parent } = at;
    if (parent.name === 'Property') steps.push(nameOf(parent, text));
    else if (parent.name === 'Array') {
      const siblings = childrenOf(parent).filter(({ name }) => VALUES.has(name));
      steps.push(siblings.findIndex(({ from }) => from === at.from));
    }
  }
  steps.reverse();
  const { from, to } = value;
  return { path: printPath(steps), steps, value: text.slice(from, to), from, to };
}
