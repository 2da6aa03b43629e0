import { Feature, reply } from '@tankard/framework';
import * as z from 'zod';

const Reader = z.object({ name: z.string(), born: z.iso.date().transform((day) => new Date(day)) });

export const readers = new Feature<'/{branch}/readers'>('readers');

export const addReader = readers.route('POST /', { body: Reader }, ({ params, body }) =>
  reply(201, { branch: params, name: body.name, born: body.born }),
);

export const showReader = readers.route(
  'GET /{id}',
  { params: z.object({ id: z.coerce.number() }) },
  (req) => ({
    id: req.params.id,
  }),
);
