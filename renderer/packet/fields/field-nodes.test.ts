import { describe, expect, it } from 'vitest';
import type { PacketField } from '../../../shared/contract/packets.ts';
import {
  allNodes,
  ancestorsOf,
  type FieldNode,
  nodeAround,
  stepForKey,
  visibleNodes,
} from './field-nodes.ts';

const field = (
  name: string,
  start: number,
  end: number,
  children: readonly PacketField[] = [],
  value = '',
): PacketField => ({ name, value, meaning: '', start, end, children });

const fields = [
  field('Flags', 0, 2, [field('Type', 0, 1), field('Remaining length', 1, 2)]),
  field('Topic', 2, 10, [field('Length', 2, 4)], '/room'),
];
const none = new Set<string>();
const closed = new Set(['Flags']);
const nodes = visibleNodes(fields, none);
const paths = (list: readonly FieldNode[]) => list.map(({ path }) => path);

describe('the field tree', () => {
  it('begins with groups open and fields that have a value closed', () => {
    expect(paths(nodes)).toEqual(['0', '0.0', '0.1', '1']);
    expect(paths(allNodes(fields))).toEqual(['0', '0.0', '0.1', '1', '1.0']);
  });

  it('opens and closes what was toggled', () => {
    expect(paths(visibleNodes(fields, new Set(['Flags', 'Topic'])))).toEqual(['0', '1', '1.0']);
  });

  it('knows the level, place and parent of a field', () => {
    expect(nodes[2]).toMatchObject({ level: 2, position: 2, siblings: 2, parent: '0' });
    expect(nodes[3]).toMatchObject({ level: 1, position: 2, siblings: 2, parent: null });
  });

  it('finds the innermost field around bytes and the branches around it', () => {
    const all = allNodes(fields);
    expect(nodeAround(all, 3, 4)?.path).toBe('1.0');
    expect(nodeAround(all, 9, 10)?.path).toBe('1');
    expect(nodeAround(all, 3, 6)?.path).toBe('1');
    expect(nodeAround(all, 1, 3)).toBeNull();
    expect(nodeAround(all, 10, 11)).toBeNull();
    expect(all.map((node) => paths(ancestorsOf(all, node)))).toEqual([[], ['0'], ['0'], [], ['1']]);
  });

  it('finds the byte rather than one of its bits', () => {
    const flags = field('Flags', 0, 1, [field('DUP', 0, 1), field('QoS', 0, 1)]);
    const all = allNodes([field('Header', 0, 2, [flags, field('Length', 1, 2)])]);
    expect(nodeAround(all, 0, 1)?.name).toBe('Header/Flags');
    expect(nodeAround(all, 0, 2)?.name).toBe('Header');
  });

  it('moves by arrows, Home and End', () => {
    expect(stepForKey('ArrowDown', nodes, '0', none)).toEqual({ kind: 'select', path: '0.0' });
    expect(stepForKey('ArrowUp', nodes, '1', none)).toEqual({ kind: 'select', path: '0.1' });
    expect(stepForKey('End', nodes, '0', none)).toEqual({ kind: 'select', path: '1' });
    expect(stepForKey('Home', nodes, '1', none)).toEqual({ kind: 'select', path: '0' });
    expect(stepForKey('ArrowDown', nodes, '1', none)).toBeNull();
  });

  it('opens, closes, enters and leaves a branch sideways', () => {
    const shut = visibleNodes(fields, closed);
    expect(stepForKey('ArrowRight', shut, '0', closed)).toEqual({ kind: 'toggle', name: 'Flags' });
    expect(stepForKey('ArrowRight', nodes, '0', none)).toEqual({ kind: 'select', path: '0.0' });
    expect(stepForKey('ArrowLeft', nodes, '0.1', none)).toEqual({ kind: 'select', path: '0' });
    expect(stepForKey('ArrowLeft', nodes, '0', none)).toMatchObject({ kind: 'toggle' });
    expect(stepForKey('Enter', nodes, '0.0', none)).toBeNull();
  });
});
