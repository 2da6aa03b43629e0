import { expect, test } from 'vitest';
import { allItems, allPages } from './all-pages.ts';

test('reads on from where a page ended', async () => {
  const pages: Record<string, { Items?: number[]; NextToken?: string }> = {
    first: { Items: [1, 2], NextToken: 'b' },
    b: { NextToken: 'c' },
    c: { Items: [3] },
  };
  expect(
    await allPages(
      async (token) => pages[token ?? 'first'],
      ({ Items }) => Items,
    ),
  ).toEqual([1, 2, 3]);
});

test('is empty where nothing holds the list', async () => {
  expect(
    await allPages(
      async (): Promise<{ Items: string[]; NextToken?: string } | undefined> => undefined,
      ({ Items }) => Items,
    ),
  ).toEqual([]);
});

test('gathers what a paginator reads', async () => {
  async function* pages() {
    yield { Items: [1] };
    yield {};
    yield { Items: [2, 3] };
  }
  expect(await allItems<{ Items?: number[] }, number>(pages(), ({ Items }) => Items)).toEqual([1, 2, 3]);
});
