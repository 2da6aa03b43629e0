import { type ClientOptions, createClient } from '@tankard/framework/client';
import type * as books from './library/books.ts';
import type * as readers from './library/readers.ts';

/** What a client got, by what it did. */
export type Seen = Readonly<Record<string, readonly [status: number, body: unknown]>>;

/** Calls the library in every way that its routes have. What it gives can be sent out of a browser. */
export async function visit(url: string, options?: ClientOptions): Promise<Seen> {
  const client = createClient<typeof books | typeof readers>(url, options);
  const file = new FormData();
  file.set('note', 'read');
  const answers = {
    search: await client('GET /books', { query: { order: 'title', from: 7, word: ['a&b', 'ü'] } }),
    'search in an unknown order': await client('GET /books', { query: { order: 'price' as 'title' } }),
    add: await client('POST /books', { body: { isbn: '1234', title: 'Über' } }),
    'add again': await client('POST /books', { body: { isbn: '0000', title: 'Zero' } }),
    'add something else': await client('POST /books', { body: { isbn: '1', title: 'One' } }),
    show: await client('GET /books/{isbn}', { params: { isbn: 'a b' }, headers: { 'x-reader': 'Ann' } }),
    'show what is not there': await client('GET /books/{isbn}', { params: { isbn: '0000' } }),
    remove: await client('DELETE /books/{isbn}', { params: { isbn: 1234 } }),
    page: await client('GET /pages/{path+}', { params: { path: 'one/two three' } }),
    cover: await client('GET /cover'),
    note: await client('PUT /notes', { body: file }),
    'add a reader': await client('POST /{branch}/readers', {
      params: { branch: 'north' },
      body: { name: 'Ann', born: '1999-12-31' },
    }),
    reader: await client('GET /{branch}/readers/{id}', { params: { branch: 'north', id: 7 } }),
  };
  return Object.fromEntries(
    Object.entries(answers).map(([name, { status, body }]) => [name, [status, plain(body)]]),
  );
}

function plain(body: unknown): unknown {
  return body instanceof Uint8Array ? { bytes: [...body] } : body;
}

const issue = (part: string, path: string, message: string) => ({
  Code: 'BadRequestError',
  Message: `The ${part === 'body' ? 'body' : 'request'} does not fit.`,
  issues: [{ in: part, path, message }],
});

/** What every client of the library sees. */
export const EXPECTED: Seen = {
  search: [200, { order: 'title', from: 7, word: ['a&b', 'ü'] }],
  'search in an unknown order': [
    400,
    issue('query', 'order', 'Invalid option: expected one of "title"|"isbn"'),
  ],
  add: [201, { isbn: '1234', title: 'Über' }],
  'add again': [409, { taken: '0000' }],
  'add something else': [
    400,
    issue('body', 'isbn', 'Too small: expected string to have exactly 4 characters'),
  ],
  show: [200, { isbn: 'a b', for: 'Ann', printed: '1999-12-31T00:00:00.000Z' }],
  'show what is not there': [404, { Code: 'NotFoundError', Message: 'There is no such book.' }],
  remove: [204, undefined],
  page: [200, 'You read one/two three.'],
  cover: [200, { bytes: [0, 127, 255] }],
  note: [200, { method: 'PUT', note: 'read' }],
  'add a reader': [201, { branch: { branch: 'north' }, name: 'Ann', born: '1999-12-31T00:00:00.000Z' }],
  reader: [200, { id: 7 }],
};
