import { expect, it } from 'vitest';
import { Turns } from './view-turns.ts';

it('gives one turn per round of the event loop, in the order of asking', async () => {
  const turns = new Turns();
  const log: string[] = [];
  let rounds = 0;
  const count = () => {
    rounds += 1;
    if (rounds < 20) setImmediate(count);
  };
  setImmediate(count);
  const work = async (name: string) => {
    for (let slice = 0; slice < 2; slice += 1) {
      await turns.next();
      log.push(`${name} ${rounds}`);
    }
  };
  await Promise.all([work('a'), work('b')]);
  expect(log.map((entry) => entry[0])).toEqual(['a', 'b', 'a', 'b']);
  expect(new Set(log.map((entry) => entry.slice(2))).size).toBe(4);
});
