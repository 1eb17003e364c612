import { expect, test } from 'vitest';
import { customTopicProblem } from './custom-topic.ts';

const owner = { productKey: 'a1pk', deviceName: 'lamp' };
const own = `/\${productKey}/\${deviceName}`;

test.each([
  [`${own}/control`, 'sub', null],
  ['/a1pk/lamp/control', 'pubsub', null],
  [`${own}/#`, 'sub', null],
  [`${own}/+/x`, 'sub', null],
  [`${own}/1/2/3/4/5`, 'pub', null],
  [`${own}/#`, 'pubsub', 'wildcard'],
  [`${own}/+`, 'pub', 'wildcard'],
  [`${own}/#/x`, 'sub', 'not-a-topic'],
  ['', 'sub', 'not-a-topic'],
  [`${own}/`, 'sub', 'not-own'],
  [own, 'sub', 'not-own'],
  ['/a1pk/fan/x', 'sub', 'not-own'],
  [`/a1pk/+/x`, 'sub', 'not-own'],
  [`${own}/1/2/3/4/5/6`, 'sub', 'too-deep'],
  [`${own}/${'字'.repeat(39)}`, 'sub', null],
  [`${own}/${'字'.repeat(40)}`, 'sub', 'too-long'],
] as const)('%s to %s: %s', (pattern, permission, problem) => {
  expect(customTopicProblem(pattern, permission, owner)).toBe(problem);
});
