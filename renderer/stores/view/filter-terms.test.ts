import { describe, expect, it } from 'vitest';
import { termsOf, topicOf, withTerm } from './filter-terms.ts';
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
