/** What AWS answers a list with. */
interface Page {
  readonly NextToken?: string | undefined;
}

/**
 * Everything of a list that comes in pages, for the services for which the SDK has no paginator.
 *
 * @param read gives nothing where what holds the list isn't there.
 */
export async function allPages<Answer extends Page, Item>(
  read: (token: string | undefined) => Promise<Answer | undefined>,
  itemsOf: (page: Answer) => readonly Item[] | undefined,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  let token: string | undefined;
  do {
    const page = await read(token);
    if (page) items.push(...(itemsOf(page) ?? []));
    token = page?.NextToken;
  } while (token);
  return items;
}

/** Everything of a list that one of the SDK's paginators reads. */
export async function allItems<Answer, Item>(
  pages: AsyncIterable<Answer>,
  itemsOf: (page: Answer) => readonly Item[] | undefined,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  for await (const page of pages) items.push(...(itemsOf(page) ?? []));
  return items;
}
