import { expect, it } from 'vitest';
import { Itinerary } from './itinerary.ts';
import { momentsOf, Standing } from './moments.ts';

const lines = [
  'deploy begun',
  'begin role:send',
  'end role:send',
  'begin queue:old',
  'gone queue:old',
  'gone permission:old',
  'deploy done',
];

it('knows a moment before and one after the calls of each step', () => {
  expect(momentsOf(lines, false).map(({ when, line }) => `${when} ${line}`)).toEqual([
    'after begin role:send',
    'before end role:send',
    'after begin queue:old',
    'before gone queue:old',
    'before deploy done',
  ]);
});

it('tells without a journal only what was called apart', () => {
  expect(momentsOf(lines, true).map(({ line }) => line)).toEqual([
    'end role:send',
    'gone queue:old',
    'deploy done',
  ]);
});

it('knows where each step on the way was stopped', () => {
  const standing = new Standing();
  for (const line of ['deploy begun', 'begin role:a', 'begin role:b', 'begin role:c', 'end role:c']) {
    standing.durable(line);
  }
  standing.called('role:b');
  standing.called('role:c');
  expect(standing.moments()).toContainEqual({ line: 'begin role:a', when: 'after' });
  expect(standing.moments()).toContainEqual({ line: 'end role:b', when: 'before' });
  expect(JSON.stringify(standing.moments())).not.toContain('role:c');
});

it('goes to no moment twice, nor to one that was met on the way', () => {
  const [first, second, third, ...rest] = momentsOf(lines, false);
  const itinerary = new Itinerary(momentsOf(lines, false));
  expect(itinerary.next()).toEqual(first);
  itinerary.visited([first, second].flatMap((one) => one ?? []));
  expect(itinerary.left).toBe(3);
  expect(itinerary.next()).toEqual(third);
  expect(rest.map(() => itinerary.next())).toEqual(rest);
  expect([itinerary.open, itinerary.next(), itinerary.left]).toEqual([false, undefined, 3]);
});
