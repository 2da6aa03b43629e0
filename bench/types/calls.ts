/** A call of the route of an index, with what reads its answer. */
export function callOf(index: number): string {
  const path = `/things${index}`;
  const thing = `{ sku: 'cup', count: 1, kind: 'new', tags: [], maker: { name: 'Ann' } }`;
  const kinds = [
    [`'GET ${path}/{id}', { params: { id: 7 } }`, 200, 'body.at'],
    [`'GET ${path}', { query: { page: 7, tag: ['a'] } }`, 200, 'body.tags'],
    [`'POST ${path}', { body: ${thing} }`, 201, 'body.maker.name'],
    [`'PUT ${path}/{id}', { params: { id: 7 }, body: { count: 1 } }`, 404, 'body.missing'],
    [`'DELETE ${path}/{id}', { params: { id: 7 }, headers: { 'if-match': '7' } }`, 204, 'ok'],
  ] as const;
  const [given, status, read] = kinds[index % kinds.length] ?? kinds[0];
  return `
export async function call${index}() {
  const answer = await client(${given});
  return answer.status === ${status} ? answer.${read} : undefined;
}
`;
}

/** What the compiler has to refuse of handlers, where their routes say what they get; what it takes is an error. */
export const REFUSED_HANDLERS = `
// @ts-expect-error the path has another parameter
app.route('GET /refused/{id}', ({ params }) => params.name);
// @ts-expect-error the schema makes a number
app.route('GET /refused', { query: z.object({ page: z.coerce.number() }) }, ({ query }) => query.page.trim());
// @ts-expect-error the route answers something else
app.route('PUT /refused', { answers: { 200: z.object({ id: z.number() }) } }, () => ({ id: '7' }));
`;

/** And of calls, of the first route of each kind. */
export const REFUSED_CALLS = `
// @ts-expect-error the parameter has another name
client('GET /things0/{id}', { params: { name: 7 } });
// @ts-expect-error the page is a number
client('GET /things1', { query: { page: true } });
// @ts-expect-error a part of the body is missing
client('POST /things2', { body: { sku: 'cup' } });
// @ts-expect-error the path has no such method
client('PATCH /things3/{id}', { params: { id: 7 }, body: { count: 1 } });
// @ts-expect-error the header is missing
client('DELETE /things4/{id}', { params: { id: 7 } });
client('PUT /things3/{id}', { params: { id: 7 }, body: { count: 1 } }).then(({ body }) => {
  // @ts-expect-error this may be a failure, which has no count
  return body.count;
});
`;
