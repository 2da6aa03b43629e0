import { beforeEach, describe, expect, it } from 'vitest';
import { ConflictError, HttpError, NotFoundError } from './errors.ts';
import { reply } from './make-reply.ts';
import { call, entry, json, logged } from './test-call.ts';

beforeEach(() => {
  logged.length = 0;
});

const throwing = (error: unknown) => [
  entry('POST /', () => {
    throw error;
  }),
];

describe('errors of a route', () => {
  it('of HTTP are answered with their status, code and message', async () => {
    const result = await call(throwing(new NotFoundError('no such user')));
    expect(result.statusCode).toBe(404);
    expect(json(result)).toEqual({ Code: 'NotFoundError', Message: 'no such user' });
    expect(logged).toEqual([]);
  });

  it('of HTTP carry a code, headers and details of their own', async () => {
    const error = new HttpError(402, 'pay', {
      code: 'Unpaid',
      headers: { 'x-a': '1' },
      details: { invoice: 7 },
    });
    const result = await call(throwing(error));
    expect(result).toMatchObject({ statusCode: 402, headers: { 'x-a': '1' } });
    expect(json(result)).toEqual({ Code: 'Unpaid', Message: 'pay', invoice: 7 });
  });

  it.each([new Error('secret'), 'secret', null, { secret: 1 }])(
    'that nobody expected tell nothing and are logged: %s',
    async (error) => {
      const result = await call(throwing(error));
      expect(result.statusCode).toBe(500);
      expect(json(result)).toEqual({
        Code: 'InternalServerError',
        Message: 'An internal server error occurred.',
      });
      const fields = error instanceof Error ? error : { thrown: error };
      expect(logged).toEqual([{ message: 'A route failed.', fields }]);
    },
  );

  it('are answered by the app where it wants to', async () => {
    const result = await call(throwing(new ConflictError('twice')), {}, (error, req) =>
      reply(409, { err: (error as Error).message, route: req.route }),
    );
    expect(result.statusCode).toBe(409);
    expect(json(result)).toEqual({ err: 'twice', route: 'POST /' });
    expect(logged).toEqual([]);
  });

  it('are logged where the app answers them with 500, so that the reason is not lost', async () => {
    const reason = new Error('disk full');
    const result = await call(throwing(reason), {}, async () => reply(500, { err: 'Failed saving message' }));
    expect(json(result)).toEqual({ err: 'Failed saving message' });
    expect(logged).toEqual([{ message: 'A route failed.', fields: reason }]);
  });

  it('are left to the default answer where the app gives none', async () => {
    expect(await call(throwing(new ConflictError('twice')), {}, () => undefined)).toMatchObject({
      statusCode: 409,
    });
  });

  it('may be thrown by the app in place of others', async () => {
    const result = await call(throwing(new Error('row exists')), {}, () => {
      throw new ConflictError('twice');
    });
    expect(result.statusCode).toBe(409);
  });

  it('in an answer that can not be sent are a 500 whose reason is in the log', async () => {
    const result = await call([entry('POST /', () => reply(200, '', { 'x-bad': 'a\r\nb' }))]);
    expect(json(result)).toMatchObject({ Code: 'InternalServerError' });
    expect(logged.at(-1)?.fields?.message).toBe(
      'The header "x-bad" holds a line break, which would split the answer.',
    );
  });

  it('that can not be sent themselves are a 500', async () => {
    const result = await call(throwing(new HttpError(700, 'odd')));
    expect(result.statusCode).toBe(500);
    expect(logged.at(-1)?.fields?.message).toContain('700');
  });
});
