import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { App, ConflictError, HttpError, type RouteAnswer, reply } from './index.ts';
import { lambdaHandler } from './lambda.ts';
import { httpEvent, sqsEvent, testContext } from './testing/index.ts';

const write = vi.spyOn(process.stdout, 'write');
beforeEach(() => void write.mockImplementation(() => true));
afterEach(() => void write.mockReset());

const get = async (app: App, path = '/') =>
  (await lambdaHandler(app)(httpEvent('GET', path), testContext())) as {
    statusCode: number;
    headers: Record<string, string>;
    body: string;
  };

function inOrder(app: App, name: string, order: string[]): void {
  app.middleware('route', async (_, next) => {
    order.push(`${name} begins`);
    const answer = await next();
    order.push(`${name} ends`);
    answer.headers['x-order'] = `${name},${answer.headers['x-order'] ?? ''}`;
    return answer;
  });
}

describe('middleware of routes', () => {
  test('runs around the handler in the order of its declaration, inside of what runs around everything', async () => {
    const app = new App('test');
    const order: string[] = [];
    inOrder(app, 'outer', order);
    app.route('GET /', () => order.push('handler'));
    inOrder(app, 'inner', order);
    app.middleware(async (_raw, _context, next) => {
      order.push('invocation');
      return next();
    });
    expect((await get(app)).headers['x-order']).toBe('outer,inner,');
    expect(order).toEqual([
      'invocation',
      'outer begins',
      'inner begins',
      'handler',
      'inner ends',
      'outer ends',
    ]);
  });

  test('sees what the handler sees, and its answer as a value', async () => {
    const app = new App('test');
    app.route('GET /users/{id}', () => ({ n: 1 }));
    app.middleware('route', async (req, next) => {
      const { status, body } = await next();
      return { status, body, id: req.params.id, route: req.route };
    });
    const { body } = await get(app, '/users/7');
    expect(JSON.parse(body)).toEqual({ status: 200, body: { n: 1 }, id: '7', route: 'GET /users/{id}' });
  });

  test('may answer by itself, and the handler does not run', async () => {
    const app = new App('test');
    const handler = vi.fn();
    app.route('GET /', handler);
    app.middleware('route', () => reply(401, { no: 'entry' }));
    expect(await get(app)).toMatchObject({ statusCode: 401, body: '{"no":"entry"}' });
    expect(handler).not.toHaveBeenCalled();
  });

  test.each([
    ['a plain error', new Error('secret'), 500],
    ['an HTTP error', new ConflictError('twice'), 409],
  ])('sees %s as the answer that it is, with what was thrown', async (_, error, status) => {
    const app = new App('test');
    const seen: RouteAnswer[] = [];
    app.route('GET /', () => {
      throw error;
    });
    app.middleware('route', async (_req, next) => {
      seen.push(await next());
      return seen[0];
    });
    expect((await get(app)).statusCode).toBe(status);
    expect(seen[0]).toMatchObject({ status, error });
    expect(write).toHaveBeenCalledTimes(status === 500 ? 1 : 0);
  });

  test('may put another answer in the place of an error', async () => {
    const app = new App('test');
    app.route('GET /', () => {
      throw new RangeError('u');
    });
    app.middleware('route', async (_, next) => {
      const answer = await next();
      return answer.error instanceof RangeError ? reply(418, answer.error.message) : answer;
    });
    expect(await get(app)).toMatchObject({ statusCode: 418, body: 'u' });
  });

  test('that throws is answered as a handler is, and those around it see that', async () => {
    const app = new App('test');
    const order: string[] = [];
    inOrder(app, 'outer', order);
    app.middleware('route', () => {
      throw new HttpError(402, 'pay');
    });
    app.route('GET /', () => 'never');
    expect(await get(app)).toMatchObject({ statusCode: 402, headers: { 'x-order': 'outer,' } });
    app.onError((error) => reply(400, (error as Error).message));
    expect(await get(app)).toMatchObject({ statusCode: 400, body: 'pay' });
  });

  test('that makes an answer which can not be sent is a 500', async () => {
    const app = new App('test');
    app.route('GET /', () => 'ok');
    app.middleware('route', async (_, next) => {
      const answer = await next();
      answer.headers['x-bad'] = 'a\r\nb';
      return answer;
    });
    expect((await get(app)).statusCode).toBe(500);
  });

  test('does not run for a path that no route has', async () => {
    const app = new App('test');
    const run = vi.fn();
    app.route('GET /', () => 'ok');
    app.middleware('route', run);
    expect((await get(app, '/other')).statusCode).toBe(404);
    expect(run).not.toHaveBeenCalled();
  });

  test('runs around the checks too', async () => {
    const app = new App('test');
    app.route('GET /', { contentTypes: ['image/png'] }, () => 'ok');
    inOrder(app, 'outer', []);
    expect(await get(app)).toMatchObject({ statusCode: 415, headers: { 'x-order': 'outer,' } });
  });
});

describe('middleware of another source', () => {
  test('runs around each record, and none of another source does', async () => {
    const app = new App('test');
    const seen: unknown[] = [];
    app.middleware('sns', () => seen.push('never'));
    app.middleware('route', () => seen.push('never'));
    app.middleware('sqs', async (message, next) => {
      if (!('body' in message)) return next();
      seen.push(`around ${message.body}`);
      return message.body === 'skip' ? undefined : next();
    });
    app.onSqsMessage('jobs', ({ body }) => {
      seen.push(body);
      if (body === 'bad') throw new Error('bad');
    });
    const event = sqsEvent([{ body: 'good' }, { body: 'skip' }, { body: 'bad' }]);
    const { batchItemFailures } = (await lambdaHandler(app)(event, testContext())) as {
      batchItemFailures: unknown[];
    };
    expect(seen).toEqual(['around good', 'good', 'around skip', 'around bad', 'bad']);
    expect(batchItemFailures).toHaveLength(1);
  });

  test('sees what was thrown, and throws itself', async () => {
    const app = new App('test');
    const lambda = app.lambda(() => {
      throw new Error('it');
    });
    app.middleware('lambda', async (event, next) => {
      if (event === 'refused') throw new TypeError('refused');
      return next().catch((error: Error) => `caught ${error.message}`);
    });
    expect(await lambda('any', testContext())).toBe('caught it');
    await expect(lambda('refused', testContext())).rejects.toThrow(TypeError);
  });

  test('hands on the context of a plain function', async () => {
    const app = new App('test');
    const lambda = app.lambda((event: number, { functionName }) => `${event} ${functionName}`);
    app.middleware('lambda', (_, next) => next());
    expect(await lambda(7, testContext())).toBe('7 test');
  });
});
