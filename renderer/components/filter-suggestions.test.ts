import { expect, it } from 'vitest';
import { filterSuggestions } from './filter-suggestions.ts';

const groups = [
  { label: 'seen', suggestions: [{ topic: '/a/b/user/update', purpose: '' }] },
  {
    label: 'platform',
    suggestions: [
      { topic: '/sys/a/b/thing/event/property/post', purpose: 'Report properties' },
      { topic: '/a/b/user/update', purpose: 'Your own data' },
    ],
  },
];
const topics = (typed: string) =>
  filterSuggestions(groups, typed).map(({ label, suggestions }) => [
    label,
    ...suggestions.map(({ topic }) => topic),
  ]);

it('offers everything before anything is typed, each topic once', () => {
  expect(topics('')).toEqual([
    ['seen', '/a/b/user/update'],
    ['platform', '/sys/a/b/thing/event/property/post'],
  ]);
});

it('looks for the words in topic and purpose, whatever their case', () => {
  expect(topics('report PROP')).toEqual([['platform', '/sys/a/b/thing/event/property/post']]);
  expect(topics('user/upd')).toEqual([['seen', '/a/b/user/update']]);
});

it('offers nothing that does not fit', () => {
  expect(topics('shadow')).toEqual([]);
});
