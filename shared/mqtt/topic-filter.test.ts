import { describe, expect, it } from 'vitest';
import { filterProblem, isShared, matchesFilter, topicProblem } from './topic-filter.ts';

describe('matching a topic against a filter', () => {
  // The examples of MQTT 3.1.1 §4.7.1 and §4.7.2, and the shared form of MQTT 5.0 §4.8.2.
  it.each([
    ['sport/tennis/player1/#', 'sport/tennis/player1'],
    ['sport/tennis/player1/#', 'sport/tennis/player1/ranking'],
    ['sport/tennis/player1/#', 'sport/tennis/player1/score/wimbledon'],
    ['sport/#', 'sport'],
    ['#', 'sport/tennis'],
    ['#', '/'],
    ['sport/tennis/+', 'sport/tennis/player1'],
    ['sport/+', 'sport/'],
    ['+/+', '/finance'],
    ['/+', '/finance'],
    ['+/tennis/#', 'sport/tennis'],
    ['$SYS/#', '$SYS/monitor/Clients'],
    ['$SYS/monitor/+', '$SYS/monitor/Clients'],
    ['/sys/+/+/thing/#', '/sys/a1/lamp/thing/event/property/post'],
    ['a/+/c', 'a//c'],
    ['温度/+', '温度/室内'],
    ['$share/workers/a/+', 'a/b'],
    ['$share/workers//finance', '/finance'],
  ])('%s matches %s', (filter, topic) => {
    expect(matchesFilter(filter, topic)).toBe(true);
  });

  it.each([
    ['sport/tennis/+', 'sport/tennis/player1/ranking'],
    ['sport/+', 'sport'],
    ['+', '/finance'],
    ['#', '$SYS/monitor'],
    ['+/monitor/Clients', '$SYS/monitor/Clients'],
    ['$share/workers/#', '$SYS/monitor'],
    ['ACCOUNTS', 'Accounts'],
    ['/finance', 'finance'],
    ['a', 'a/b'],
    ['a/b', 'a'],
    ['sport/tennis#', 'sport/tennis'],
  ])('%s does not match %s', (filter, topic) => {
    expect(matchesFilter(filter, topic)).toBe(false);
  });
});

describe('what is wrong with a filter', () => {
  it.each(['#', '+', 'a/+/b/#', '/', '$share/g/#', '$shared', ' ', 'a'.repeat(65_535)])(
    'is nothing for a valid one (%#)',
    (filter) => {
      expect(filterProblem(filter)).toBeNull();
    },
  );

  it.each([
    ['', 'empty'],
    ['a\0b', 'null-character'],
    ['度'.repeat(21_846), 'too-long'],
    ['sport/tennis#', 'multi-level-wildcard'],
    ['sport/#/ranking', 'multi-level-wildcard'],
    ['sport+', 'single-level-wildcard'],
    ['a/+b/c', 'single-level-wildcard'],
    ['$share', 'share-name'],
    ['$share/', 'share-name'],
    ['$share/g', 'share-name'],
    ['$share/g/', 'share-name'],
    ['$share//a', 'share-name'],
    ['$share/g+/a', 'share-name'],
    ['$share/g/a#', 'multi-level-wildcard'],
  ] as const)('is told by its kind (%#: %s)', (filter, problem) => {
    expect(filterProblem(filter)).toBe(problem);
  });
});

describe('what is wrong with a topic', () => {
  it.each([
    ['', 'empty'],
    ['a\0', 'null-character'],
    ['a/+', 'wildcard'],
    ['a/b#', 'wildcard'],
    ['a'.repeat(65_536), 'too-long'],
    ['/sys/a1/lamp/thing', null],
  ] as const)('is told by its kind (%#)', (topic, problem) => {
    expect(topicProblem(topic)).toBe(problem);
  });
});

describe('a shared subscription', () => {
  it('is one whose filter begins with the level $share', () => {
    expect(['$share/g/a', '$share', '$shared/g/a', 'a/$share/b'].map(isShared)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
