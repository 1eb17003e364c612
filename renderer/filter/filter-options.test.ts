import { describe, expect, it } from 'vitest';
import { foundByTyping, keptOptions } from './filter-options.ts';

const kept = {
  saved: [
    { filter: 'is:problem', name: 'Trouble of today' },
    { filter: 'type:ping', name: '' },
  ],
  recent: ['dir:sent -type:ping', 'type:ping', '"temperature"', 'topic:a/type'],
};
const texts = (typed: string) => keptOptions(kept, typed).map(({ text }) => text);

describe('filters from earlier', () => {
  it('are offered in an empty field, saved ones first and none twice', () => {
    expect(keptOptions(kept, ' ').map(({ kind, text }) => [kind, text])).toEqual([
      ['saved', 'is:problem'],
      ['saved', 'type:ping'],
      ['recent', 'dir:sent -type:ping'],
      ['recent', '"temperature"'],
      ['recent', 'topic:a/type'],
    ]);
  });

  it('leave room for the keys: the latest are offered, older ones are found by typing', () => {
    const recent = ['a', 'type:ping', 'b', 'c', 'd', 'e', 'f old', 'g old'];
    const filters = { ...kept, recent };
    expect(
      keptOptions(filters, '')
        .slice(2)
        .map(({ text }) => text),
    ).toEqual([...'abcde']);
    expect(foundByTyping(filters)).toBe(2);
    expect(foundByTyping(kept)).toBe(0);
    expect(keptOptions(filters, 'old').map(({ text }) => text)).toEqual(['f old', 'g old']);
  });

  it.each([
    ['type', ['type:ping', 'dir:sent -type:ping']],
    ['TEMP', ['"temperature"']],
    ['today', ['is:problem']],
    ['oday', []],
    ['dir:sent -t', ['dir:sent -type:ping']],
    ['type:ping', ['dir:sent -type:ping']],
  ])('are found by how a term or a word of their name begins: %s', (typed, found) => {
    expect(texts(typed)).toEqual(found);
  });
});
