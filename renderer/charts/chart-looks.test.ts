import { expect, it } from 'vitest';
import { exchangeKinds, type RoundTripSource } from '../../shared/contract/series.ts';
import { lookAt, usualLook } from './chart-looks.ts';

const all = exchangeKinds.flatMap((of) =>
  (['sent', 'received'] as const).map(
    (direction): RoundTripSource => ({ kind: 'roundTrip', of, direction }),
  ),
);

it('tells every exchange apart by its line, and by its points', () => {
  const looks = all.map((source, place) => lookAt(usualLook(source, place)));
  expect(new Set(looks.map(({ color, dash }) => JSON.stringify([color, dash]))).size).toBe(16);
  expect(new Set(looks.map(({ color, filled }) => JSON.stringify([color, filled]))).size).toBe(16);
});

it('gives what a device and the platform ask of each other colours of their own', () => {
  const usual = all.filter(({ of, direction }) =>
    direction === 'sent'
      ? ['connect', 'publish1', 'subscribe', 'ping', 'reply'].includes(of)
      : ['publish1', 'reply'].includes(of),
  );
  const colors = usual.map((source) => lookAt(usualLook(source, 0)).color);
  expect(new Set(colors).size).toBe(usual.length);
});

it('has filled points for what the device did not begin', () => {
  const filled = all.filter((source) => lookAt(usualLook(source, 0)).filled);
  expect(filled).toEqual(all.filter(({ direction }) => direction === 'received'));
});
