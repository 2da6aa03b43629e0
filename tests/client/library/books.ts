import { NotFoundError, reply } from '@tankard/framework';
import * as z from 'zod';
import { app } from './service.ts';

const Book = z.object({ isbn: z.string().length(4), title: z.string() });
const Search = z.object({
  from: z.coerce.number().default(0),
  word: z.array(z.string()).optional(),
  order: z.enum(['title', 'isbn']),
});
const Taken = z.object({ taken: z.string() });

export const searchBooks = app.route('GET /books', { query: Search }, ({ query }) => query);

export const addBook = app.route('POST /books', { body: Book, answers: { 201: Book, 409: Taken } }, (req) =>
  req.body.isbn === '0000' ? reply(409, { taken: req.body.isbn }) : reply(201, req.body),
);

export const showBook = app.route('GET /books/{isbn}', ({ params, headers }) => {
  if (params.isbn === '0000') throw new NotFoundError('There is no such book.');
  return { isbn: params.isbn, for: headers['x-reader'] ?? null, printed: new Date(Date.UTC(1999, 11, 31)) };
});

export const removeBook = app.route('DELETE /books/{isbn}', () => {});

export const showPage = app.route('GET /pages/{path+}', (req) => `You read ${req.params.path}.`);

export const showCover = app.route('GET /cover', () => Uint8Array.of(0, 127, 255));

export const keepNote = app.route('ANY /notes', async (req) => {
  const { fields } = await req.form();
  return { method: req.method, note: fields.note };
});
