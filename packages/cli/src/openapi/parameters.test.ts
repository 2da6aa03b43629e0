import { expect, test } from 'vitest';
import { z } from 'zod';
import { documentOf, operationAt } from './testing/document-of.ts';

const page = z.object({
  page: z.coerce.number().int().min(1).default(1).describe('Counted from 1.'),
  tag: z.array(z.string()),
  old: z.string().optional().meta({ deprecated: true }),
});

const queryOf = async (query: z.ZodType) => {
  const document = await documentOf((app) => app.route('GET /', { name: 'list', query }, () => 1));
  return operationAt(document, 'get', '/').parameters;
};

test('each name of the query and each header is a parameter', async () => {
  const headers = z.object({ 'x-tenant': z.string(), authorization: z.string() });
  const document = await documentOf((app) =>
    app.route('GET /', { name: 'list', query: page, headers }, () => 1),
  );
  expect(operationAt(document, 'get', '/').parameters).toEqual([
    {
      name: 'page',
      in: 'query',
      description: 'Counted from 1.',
      schema: { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER, default: 1 },
    },
    { name: 'tag', in: 'query', required: true, schema: { type: 'array', items: { type: 'string' } } },
    { name: 'old', in: 'query', deprecated: true, schema: { type: 'string' } },
    { name: 'x-tenant', in: 'header', required: true, schema: { type: 'string' } },
  ]);
});

test('an object that is put together of several has the names of all', async () => {
  const both = z.intersection(page, z.object({ sort: z.string() }));
  expect((await queryOf(both))?.map(({ name }) => name)).toEqual(['page', 'tag', 'old', 'sort']);
});

test('a query that is a schema of the document is taken apart all the same', async () => {
  const named = z.object({ page: z.string() }).meta({ id: 'Page' });
  expect(await queryOf(named)).toMatchObject([{ name: 'page', in: 'query', required: true }]);
});

test.each([
  ['one of several objects', z.union([z.object({ a: z.string() }), z.object({ b: z.string() })]), true],
  ['any names', z.record(z.string(), z.string()), undefined],
])('a query of %s stands as a whole', async (_, query, required) => {
  const parameters = await queryOf(query);
  expect(parameters).toMatchObject([{ name: 'query', in: 'query', style: 'form', explode: true }]);
  expect(parameters?.[0]?.required).toBe(required);
});

test('a query of which nothing is known is no parameter', async () => {
  expect(await queryOf(z.any())).toBeUndefined();
});
