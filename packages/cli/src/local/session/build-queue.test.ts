import { expect, onTestFinished, test, vi } from 'vitest';
import { createBuildQueue } from './build-queue.ts';

test('who asks during a build waits for it, and gets the latest', async () => {
  let count = 0;
  const queue = createBuildQueue(async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    return ++count;
  });
  const first = queue.current();
  queue.invalidate();
  expect(await first).toBe(2);
});

test('many changes at once make one build', async () => {
  let count = 0;
  const queue = createBuildQueue(async () => ++count);
  await queue.current();
  for (let change = 0; change < 5; change++) queue.invalidate();
  expect(await queue.current()).toBe(2);
});

test('a file that is written in pieces is built when it is whole, or when that takes too long', async () => {
  let count = 0;
  const queue = createBuildQueue(async () => ++count);
  await queue.current();
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const pieces = async (times: number) => {
    for (let piece = 0; piece < times; piece += 1) {
      queue.invalidate();
      await vi.advanceTimersByTimeAsync(4);
    }
  };
  await pieces(5);
  expect(count).toBe(1);
  await vi.advanceTimersByTimeAsync(4);
  expect(count).toBe(2);
  await pieces(20);
  expect(count).toBe(3);
});

test('a failed build is given to everybody until something changes', async () => {
  let broken = true;
  const queue = createBuildQueue(async () => {
    if (broken) throw new Error('broken');
    return 'fine';
  });
  await expect(queue.current()).rejects.toThrow('broken');
  await expect(queue.current()).rejects.toThrow('broken');
  broken = false;
  queue.invalidate();
  expect(await queue.current()).toBe('fine');
});

test('a change while it builds makes another build after that one', async () => {
  const running: string[] = [];
  let count = 0;
  const queue = createBuildQueue(async () => {
    const name = String(++count);
    running.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 30));
    running.push(`${name} ends`);
    return name;
  });
  await new Promise((resolve) => setTimeout(resolve, 5));
  queue.invalidate();
  expect(await queue.current()).toBe('2');
  expect(running).toEqual(['1 begins', '1 ends', '2 begins', '2 ends']);
});

test('nothing is built any more after the end', async () => {
  let count = 0;
  const queue = createBuildQueue(async () => ++count);
  await queue.current();
  queue.close();
  queue.invalidate();
  expect(await queue.current()).toBe(1);
});
