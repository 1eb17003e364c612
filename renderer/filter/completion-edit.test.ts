import { describe, expect, it } from 'vitest';
import { completeFilter } from '../../shared/filter/complete-filter.ts';
import { accept, isKey, topicWanted } from './completion-edit.ts';

/** The completion at the `|` in the text, and the text without it. */
function at(marked: string) {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  return { text, caret, completion: completeFilter(text, caret, { topics: [] }) };
}

describe('accepting a suggestion', () => {
  it('replaces the term at the caret and goes on behind it', () => {
    const { text, completion } = at('-ty| dir:sent');
    expect(accept(text, completion, 'type:')).toEqual({ text: '-type: dir:sent', caret: 6 });
  });

  it('leaves the other values of a key alone', () => {
    const { text, completion } = at('type:publish,pub|,ping');
    expect(accept(text, completion, 'puback').text).toBe('type:publish,puback,ping');
  });

  it('goes on to values behind a key only', () => {
    const texts = ['type:', 'size>', 'text~', 'publish', 'a/b:'];
    expect(texts.map(isKey)).toEqual([true, true, true, false, false]);
  });
});

describe('topics', () => {
  it.each([
    ['topic:|', ''],
    ['dir:sent -topic:/sys|/a', '/sys'],
    ['(Topic:a,b|', 'b'],
    ['topic:"with s|pace"', 'with s'],
    ['type:topic|', null],
    ['a |', null],
    ['topic|', null],
    ['topic:a |', null],
  ])('of %s are those that contain %j', (marked, wanted) => {
    const { text, caret, completion } = at(marked);
    expect(topicWanted(text, completion, caret)).toBe(wanted);
  });
});
