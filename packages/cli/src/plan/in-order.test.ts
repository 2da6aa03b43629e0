import { expect, test } from 'vitest';
import { inOrder } from './in-order.ts';

const item = (id: string, ...after: string[]) => ({ id, after });

test('each item comes after those that it names, and items without any come together', async () => {
  const happened: string[] = [];
  await inOrder([item('c', 'a', 'b'), item('a'), item('b'), item('d', 'c')], 10, async ({ id }) => {
    happened.push(`${id} begins`);
    await Promise.resolve();
    happened.push(`${id} ends`);
  });
  expect(happened).toEqual([
    'a begins',
    'b begins',
    'a ends',
    'b ends',
    'c begins',
    'c ends',
    'd begins',
    'd ends',
  ]);
});

test('an item that is not in the list is not waited for', async () => {
  const done: string[] = [];
  await inOrder([item('a', 'elsewhere')], 1, async ({ id }) => void done.push(id));
  expect(done).toEqual(['a']);
});

test('never more than the limit run at once', async () => {
  let running = 0;
  let most = 0;
  await inOrder(
    Array.from({ length: 9 }, (_, index) => item(String(index))),
    3,
    async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(setImmediate);
      running -= 1;
    },
  );
  expect(most).toBe(3);
});

test('after a failure nothing begins, and what runs is awaited', async () => {
  const done: string[] = [];
  const failures = await inOrder([item('bad'), item('slow'), item('next', 'slow')], 5, async ({ id }) => {
    if (id === 'bad') throw new Error('bad');
    await new Promise(setImmediate);
    done.push(id);
  });
  expect(failures).toEqual([new Error('bad')]);
  expect(done).toEqual(['slow']);
});

test('items that wait for each other are an error and not a wait for ever', async () => {
  await expect(inOrder([item('a', 'b'), item('b', 'a')], 2, async () => {})).rejects.toThrow('a, b');
});
