import { afterEach, expect, test } from 'vitest';
import { createLocalTime, type LocalTime } from './local-time.ts';

const open: LocalTime[] = [];
afterEach(() => {
  for (const time of open.splice(0)) time.stop();
});

function start(): LocalTime {
  const time = createLocalTime();
  open.push(time);
  return time;
}

test('what waits is called by itself when its time has come', async () => {
  const time = start();
  await new Promise<void>((resolve) => time.after(5, resolve));
  await new Promise<void>((resolve) => time.after(-1, resolve));
});

test('a clock moved forward calls what falls due on the way, in order and each at its own time', async () => {
  const time = start();
  const began = time.now();
  const calls: (readonly [string, number])[] = [];
  const note = (name: string) => calls.push([name, Math.round((time.now() - began) / 60_000)]);
  time.after(120_000, () => note('second'));
  time.after(60_000, () => {
    note('first');
    time.after(30_000, () => note('added'));
  });
  time.after(600_000, () => note('later'));
  await time.advance(300_000);
  expect(calls).toEqual([
    ['first', 1],
    ['added', 2],
    ['second', 2],
  ]);
  expect(Math.round((time.now() - began) / 60_000)).toBe(5);
});

test('two that are due at once are called in the order in which they were given', async () => {
  const time = start();
  const calls: string[] = [];
  for (const name of ['a', 'b', 'c']) time.after(1000, () => calls.push(name));
  await time.advance(1000);
  expect(calls).toEqual(['a', 'b', 'c']);
});

test('what was taken back or stopped is not called', async () => {
  const time = start();
  const calls: string[] = [];
  time.after(1000, () => calls.push('taken back'))();
  time.after(2000, () => calls.push('stopped'));
  await time.advance(1000);
  time.stop();
  await time.advance(5000);
  expect(calls).toEqual([]);
});
