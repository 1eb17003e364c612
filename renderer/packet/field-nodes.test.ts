import { describe, expect, it } from 'vitest';
import type { PacketField } from '../../shared/contract/packets.ts';
import { nodeAtByte, stepForKey, visibleNodes } from './field-nodes.ts';

const field = (
  name: string,
  start: number,
  end: number,
  children: readonly PacketField[] = [],
): PacketField => ({ name, value: '', meaning: '', start, end, children });

const fields = [
  field('Fixed header', 0, 2, [field('Type', 0, 1), field('Remaining length', 1, 2)]),
  field('Topic', 2, 10),
];
const none = new Set<string>();
const collapsed = new Set(['Fixed header']);
const nodes = visibleNodes(fields, none);

describe('the field tree', () => {
  it('lists fields with their level, place and parent', () => {
    expect(nodes.map(({ path, level }) => [path, level])).toEqual([
      ['0', 1],
      ['0.0', 2],
      ['0.1', 2],
      ['1', 1],
    ]);
    expect(nodes[2]).toMatchObject({ position: 2, siblings: 2, parent: '0' });
  });

  it('leaves out what is below a collapsed field', () => {
    expect(visibleNodes(fields, collapsed).map(({ path }) => path)).toEqual(['0', '1']);
  });

  it('finds the deepest field of a byte, also within a collapsed one', () => {
    expect(nodeAtByte(fields, 1)?.path).toBe('0.1');
    expect(nodeAtByte(fields, 9)?.path).toBe('1');
    expect(nodeAtByte(fields, 10)).toBeNull();
  });

  it('moves by arrows, Home and End', () => {
    expect(stepForKey('ArrowDown', nodes, '0', none)).toEqual({ kind: 'select', path: '0.0' });
    expect(stepForKey('ArrowUp', nodes, '1', none)).toEqual({ kind: 'select', path: '0.1' });
    expect(stepForKey('End', nodes, '0', none)).toEqual({ kind: 'select', path: '1' });
    expect(stepForKey('Home', nodes, '1', none)).toEqual({ kind: 'select', path: '0' });
    expect(stepForKey('ArrowDown', nodes, '1', none)).toBeNull();
  });

  it('opens, closes, enters and leaves a branch sideways', () => {
    const closed = visibleNodes(fields, collapsed);
    expect(stepForKey('ArrowRight', closed, '0', collapsed)).toEqual({
      kind: 'toggle',
      name: 'Fixed header',
    });
    expect(stepForKey('ArrowRight', nodes, '0', none)).toEqual({ kind: 'select', path: '0.0' });
    expect(stepForKey('ArrowLeft', nodes, '0.1', none)).toEqual({ kind: 'select', path: '0' });
    expect(stepForKey('ArrowLeft', nodes, '0', none)).toMatchObject({ kind: 'toggle' });
    expect(stepForKey('Enter', nodes, '1', none)).toBeNull();
  });
});
