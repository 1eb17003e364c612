import { expect, it } from 'vitest';
import type { TopicCount } from '../../shared/contract/topics.ts';
import { topicStep } from './topic-keys.ts';
import { topicLines } from './topic-rows.ts';
import { TopicTree } from './topic-tree.ts';

const tree = new TopicTree();
tree.put(
  ['a/x', 'a/y', 'b'].map(
    (topic): TopicCount => ({
      topic,
      sent: 1,
      received: 0,
      bytes: 10,
      firstTime: 1,
      lastTime: 1,
      lastRow: 0,
    }),
  ),
);
const shown = { search: '', order: { by: 'topic', descending: false } } as const;
const open = topicLines(tree, { ...shown, closed: new Set() });
const closed = topicLines(tree, { ...shown, closed: new Set(['a']) });

it('moves within the lines', () => {
  expect(topicStep('ArrowDown', open, -1, 10)).toEqual({ kind: 'move', to: 0 });
  expect(topicStep('ArrowDown', open, 3, 10)).toEqual({ kind: 'move', to: 3 });
  expect(topicStep('ArrowUp', open, 2, 10)).toEqual({ kind: 'move', to: 1 });
  expect(topicStep('PageDown', open, 0, 2)).toEqual({ kind: 'move', to: 2 });
  expect(topicStep('End', open, 0, 2)).toEqual({ kind: 'move', to: 3 });
  expect(topicStep('Home', open, 2, 2)).toEqual({ kind: 'move', to: 0 });
  expect(topicStep('ArrowDown', [], -1, 2)).toBeNull();
});

it('opens and closes a level, and goes in and out of it', () => {
  expect(topicStep('ArrowRight', closed, 0, 10)).toEqual({ kind: 'open', path: 'a' });
  expect(topicStep('ArrowRight', open, 0, 10)).toEqual({ kind: 'move', to: 1 });
  expect(topicStep('ArrowRight', open, 1, 10)).toBeNull();
  expect(topicStep('ArrowLeft', open, 2, 10)).toEqual({ kind: 'move', to: 0 });
  expect(topicStep('ArrowLeft', open, 0, 10)).toEqual({ kind: 'close', path: 'a' });
  expect(topicStep('ArrowLeft', closed, 0, 10)).toBeNull();
});

it('chooses the line', () => {
  expect(topicStep('Enter', open, 1, 10)).toEqual({ kind: 'choose', line: open[1] });
  expect(topicStep('q', open, 1, 10)).toBeNull();
});
