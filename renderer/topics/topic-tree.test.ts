import { describe, expect, it } from 'vitest';
import type { TopicCount } from '../../shared/contract/topics.ts';
import { branchesOf, type TopicOrder, topicLines } from './topic-rows.ts';
import { levelsOf, rateOf, TopicTree } from './topic-tree.ts';

const count = (topic: string, change: Partial<TopicCount> = {}): TopicCount => ({
  topic,
  sent: 1,
  received: 0,
  bytes: 10,
  firstTime: 1_000_000,
  lastTime: 1_000_000,
  lastRow: 0,
  ...change,
});

function treeOf(...counts: TopicCount[]): TopicTree {
  const tree = new TopicTree();
  tree.put(counts);
  return tree;
}

const byTopic: TopicOrder = { by: 'topic', descending: false };
const linesOf = (tree: TopicTree, change: object = {}) =>
  topicLines(tree, { closed: new Set(), search: '', order: byTopic, ...change }).map(
    ({ depth, label }) => `${'  '.repeat(depth - 1)}${label}`,
  );

describe('the tree of topics', () => {
  it('has a level for each part; a leading slash belongs to the first', () => {
    expect(levelsOf('/sys/a')).toEqual(['/sys', 'a']);
    expect(levelsOf('a//b/')).toEqual(['a', '', 'b', '']);
    expect(['a', '/', '', '//'].map(levelsOf)).toEqual([['a'], ['/'], [''], ['/', '']]);
  });

  it('adds up what was published below each level, however often counts come', () => {
    const tree = treeOf(
      count('a/b'),
      count('a/c', { sent: 2, received: 3, bytes: 20, lastTime: 4_000_000 }),
    );
    tree.put([count('a/b', { sent: 5, bytes: 30, lastTime: 3_000_000 })]);
    expect(tree.size).toBe(2);
    expect(tree.root.children.get('a')).toMatchObject({
      path: 'a',
      own: null,
      sent: 7,
      received: 3,
      bytes: 50,
      firstTime: 1_000_000,
      lastTime: 4_000_000,
    });
  });

  it('has a rate between its first and its last message', () => {
    const tree = treeOf(
      count('a', { sent: 11, lastTime: 6_000_000 }),
      count('b'),
      count('c', { sent: 2, lastTime: 1_020_000 }),
    );
    expect(
      ['a', 'b', 'c'].map((level) => rateOf(tree.root.children.get(level) ?? tree.root)),
    ).toEqual([2, null, null]);
  });
});

describe('the lines of the tree', () => {
  const tree = treeOf(
    count('/sys/p/d/thing/post', { sent: 9, lastTime: 2_000_000 }),
    count('/sys/p/d/thing/post_reply', { sent: 0, received: 4, lastTime: 9_000_000 }),
    count('/sys/p/d/thing/post/x'),
    count('/ext/10'),
    count('/ext/9'),
  );

  it('draw levels without a fork together, and names in their natural order', () => {
    expect(linesOf(tree)).toEqual([
      '/ext',
      '  9',
      '  10',
      '/sys/p/d/thing',
      '  post',
      '    x',
      '  post_reply',
    ]);
  });

  it('put what comes later in its place', () => {
    const growing = treeOf(...['a/2', 'a/10', 'b'].map((topic) => count(topic)));
    expect(linesOf(growing)).toEqual(['a', '  2', '  10', 'b']);
    growing.put(['a/3', 'a/1', 'a/11', 'a/4', 'aa'].map((topic) => count(topic)));
    const grown = ['a', '  1', '  2', '  3', '  4', '  10', '  11', 'aa', 'b'];
    expect(linesOf(growing)).toEqual(grown);
    growing.put([count('a/5')]);
    expect(linesOf(growing)).toEqual(grown.toSpliced(5, 0, '  5'));
  });

  it('leave out what is below a closed line, but not what is looked for', () => {
    const closed = branchesOf(tree);
    expect([...closed]).toEqual(['/ext', '/sys/p/d/thing', '/sys/p/d/thing/post']);
    expect(linesOf(tree, { closed })).toEqual(['/ext', '/sys/p/d/thing']);
    expect(linesOf(tree, { closed, search: 'REPLY' })).toEqual(['/sys/p/d/thing', '  post_reply']);
    expect(linesOf(tree, { search: 'thing/post/' })).toEqual(['/sys/p/d/thing', '  post', '    x']);
    expect(linesOf(tree, { search: 'ext' })).toEqual(['/ext', '  9', '  10']);
    expect(linesOf(tree, { search: 'nothing' })).toEqual([]);
  });

  it('are sorted among their siblings', () => {
    const labels = (by: TopicOrder['by'], descending = true) =>
      linesOf(tree, { order: { by, descending }, closed: new Set(['/ext']) }).slice(0, 2);
    expect(labels('sent')).toEqual(['/sys/p/d/thing', '  post']);
    expect(labels('received')).toEqual(['/sys/p/d/thing', '  post_reply']);
    expect(labels('last')).toEqual(['/sys/p/d/thing', '  post_reply']);
    expect(labels('sent', false)).toEqual(['/ext', '/sys/p/d/thing']);
    expect(labels('topic')).toEqual(['/sys/p/d/thing', '  post_reply']);
  });

  it('know their place for a screen reader', () => {
    const [, nine] = topicLines(tree, { closed: new Set(), search: '', order: byTopic });
    expect(nine).toMatchObject({ depth: 2, position: 1, siblings: 2, open: null });
    expect(nine?.parent?.path).toBe('/ext');
  });
});
