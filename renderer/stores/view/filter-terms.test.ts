import { describe, expect, it } from 'vitest';
import {
  exchangeTerm,
  termsOf,
  topicOf,
  topicTerm,
  topicTermIn,
  withTerm,
  withTopicTerm,
} from './filter-terms.ts';
import { aRow } from './test-rows.ts';

describe('the terms of a packet', () => {
  it('are its type, direction, topic, packet identifier and code, as far as it has them', () => {
    expect(termsOf(aRow(1, { topic: 'a/b', packetId: 7 }))).toEqual([
      'type:publish',
      'dir:sent',
      'topic:a/b',
      'id:7',
    ]);
    expect(termsOf(aRow(1, { header: 0x90, topic: null, packetId: 7, code: 128 }))).toEqual([
      'type:suback',
      'dir:sent',
      'id:7',
      'code:128',
    ]);
  });

  it('quote a topic that would not be read as it is', () => {
    expect(termsOf(aRow(1, { topic: 'a b/(c)' }))).toContain('topic:"a b/(c)"');
  });

  it('name it by its number in the timeline for its exchange', () => {
    expect(exchangeTerm(16)).toBe('with:17');
  });

  it('leave out what is no topic', () => {
    expect(topicOf(aRow(1, { header: 0x10, topic: 'a client' }))).toBeNull();
    expect(topicOf(aRow(1, { header: 0x82, topic: 'a, b' }))).toBeNull();
    expect(topicOf(aRow(1, { header: 0x82, topic: 'a/+' }))).toBe('a/+');
    expect(termsOf(aRow(1, { broken: true }))).toEqual(['type:broken', 'dir:sent']);
  });
});

describe('adding a term to a filter', () => {
  it('asks for both', () => {
    expect(withTerm('', '-dir:sent')).toBe('-dir:sent');
    expect(withTerm('abc "d e"', 'dir:sent')).toBe('abc "d e" dir:sent');
  });

  it('asks for it whatever alternatives there are', () => {
    expect(withTerm('a OR b', 'dir:sent')).toBe('(a OR b) dir:sent');
  });

  it('does not ask for the same twice', () => {
    expect(withTerm('abc type:publish', 'type:publish')).toBe('abc type:publish');
    expect(withTerm('-dir:sent', '-dir:sent')).toBe('-dir:sent');
    expect(withTerm('-dir:sent', 'dir:sent')).toBe('-dir:sent dir:sent');
  });
});

describe('choosing a topic', () => {
  it('asks for it in the place of the topic asked for before, and keeps the rest', () => {
    const leaf = topicTerm('/sys/a b', false);
    expect(leaf).toBe('topic:"/sys/a b"');
    expect(topicTerm('/sys/a', true)).toBe('topic:/sys/a/#');
    expect(withTopicTerm('', leaf)).toBe(leaf);
    expect(withTopicTerm('topic:x dir:sent', leaf)).toBe(`dir:sent ${leaf}`);
    expect(withTopicTerm('a OR b', leaf)).toBe(`(a OR b) ${leaf}`);
    expect(withTopicTerm(`dir:sent ${leaf}`, null)).toBe('dir:sent');
    expect(withTopicTerm(leaf, null)).toBe('');
  });

  it('is known from the filter, as far as it asks for one', () => {
    expect(topicTermIn('dir:sent topic:/a/#')).toBe('topic:/a/#');
    for (const filter of ['', 'dir:sent', 'topic:a topic:b', '-topic:a', 'size>'])
      expect(topicTermIn(filter)).toBeNull();
  });
});
