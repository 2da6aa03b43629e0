import { expect, it } from 'vitest';
import { seeded } from '../engines/seeded.ts';
import { everyPair, inParts, sample } from './every-pair.ts';

it.each([2, 3, 4, 7, 30])('goes once from each of %i things to each other one, and back', (size) => {
  const walk = everyPair(Array.from({ length: size }, (_, index) => index));
  const steps = walk.slice(1).map((to, index) => `${walk[index]} → ${to}`);
  expect(steps).toHaveLength(size * (size - 1));
  expect(new Set(steps).size).toBe(steps.length);
  expect(walk.at(-1)).toBe(walk[0]);
});

it.each([1, 3, 4])('goes the same way in %i parts, none much longer than another', (parts) => {
  const walk = everyPair([1, 2, 3, 4, 5]);
  const all = inParts(walk, parts);
  expect(all).toHaveLength(parts);
  expect([walk[0], ...all.flatMap((part) => part.slice(1))]).toEqual(walk);
  const lengths = all.map(({ length }) => length);
  expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
});

it('picks the same things for the same seed, and others for another', () => {
  const things = Array.from({ length: 30 }, (_, index) => index);
  const picked = sample(things, 6, seeded(1));
  expect(new Set(picked).size).toBe(6);
  expect(sample(things, 6, seeded(1))).toEqual(picked);
  expect(sample(things, 6, seeded(2))).not.toEqual(picked);
});
