/** SNS gives 100 at a time: https://docs.aws.amazon.com/sns/latest/api/API_ListTopics.html */
const PAGE = 100;

/** Part of a list. The token is the place in it. */
export function page<Item>(
  all: readonly Item[],
  token: string | undefined,
): { readonly items: readonly Item[]; readonly next: object } {
  const start = Number(token ?? 0);
  const end = start + PAGE;
  return { items: all.slice(start, end), next: end < all.length ? { NextToken: String(end) } : {} };
}
