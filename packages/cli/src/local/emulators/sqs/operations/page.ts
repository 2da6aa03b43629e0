import { invalidValue } from '../error.ts';

/** Part of a list, for operations that give 1,000 at a time. The token is the place in the list. */
export function page<Item>(
  all: readonly Item[],
  { MaxResults = 1000, NextToken }: { readonly MaxResults?: number; readonly NextToken?: string },
): { readonly items: readonly Item[]; readonly NextToken?: string | undefined } {
  if (!(MaxResults >= 1 && MaxResults <= 1000))
    throw invalidValue(MaxResults, 'MaxResults', 'Must be between 1 and 1000.');
  const start = Number(NextToken ?? 0);
  const end = start + MaxResults;
  return { items: all.slice(start, end), NextToken: end < all.length ? String(end) : undefined };
}
