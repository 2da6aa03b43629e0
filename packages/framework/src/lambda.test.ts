import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { App, Rate } from './index.ts';
import { lambdaHandler } from './lambda.ts';
import { httpEvent, sqsEvent, testContext } from './testing/index.ts';

const write = vi.spyOn(process.stdout, 'write');
beforeEach(() => void write.mockImplementation(() => true));
afterEach(() => void write.mockReset());

const context = testContext();

describe('the function of an app', () => {
  test('serves all routes that the app holds', async () => {
    const app = new App('test');
    app.route('GET /a', () => 'a');
    app.route('GET /b/{id}', ({ params }) => params.id);
    const handler = lambdaHandler(app);
    expect(await handler(httpEvent('GET', '/b/7'), context)).toMatchObject({
      statusCode: 200,
    });
  });

  test('serves the one handler of another source', async () => {
    const app = new App('test');
    app.onSqsMessage('jobs', () => {});
    expect(await lambdaHandler(app)(sqsEvent([{ body: 'a' }]), context)).toEqual({ batchItemFailures: [] });
  });

  test('serves what it is told to, where the app holds more', async () => {
    const app = new App('test');
    for (const name of ['one', 'two']) app.lambda({ name }, () => name);
    expect(await lambdaHandler(app, ['two'])(undefined, context)).toBe('two');
  });

  test('serves a handler whose name only the command knows', async () => {
    const app = new App('test');
    app.lambda({ name: 'looped' }, () => 'looped');
    app.lambda(() => 'unnamed');
    expect(await lambdaHandler(app, ['mine'])(undefined, context)).toBe('unnamed');
  });

  test('can not be shared by what is no route', () => {
    const app = new App('test');
    app.route('GET /a', () => 'a');
    app.schedule(Rate.hours(1), () => 1);
    expect(() => lambdaHandler(app)).toThrow('this one was given 2');
    expect(() => lambdaHandler(new App('empty'))).toThrow('this one was given 0');
  });
});

describe('middleware', () => {
  test('runs around every source, in the order of its declaration', async () => {
    const app = new App('test');
    const order: string[] = [];
    for (const name of ['outer', 'inner']) {
      app.middleware(async (_raw, _context, next) => {
        order.push(`${name} begins`);
        const result = await next();
        order.push(`${name} ends`);
        return result;
      });
    }
    app.lambda(() => order.push('handler'));
    expect(await lambdaHandler(app)(undefined, context)).toBe(3);
    expect(order).toEqual(['outer begins', 'inner begins', 'handler', 'inner ends', 'outer ends']);
  });

  test('may answer by itself, and sees what was thrown', async () => {
    const app = new App('test');
    app.middleware(async (raw, _context, next) => {
      if (raw === 'ping') return 'pong';
      return next().catch((error: Error) => `caught ${error.message}`);
    });
    const handler = app.lambda(() => {
      throw new Error('it');
    });
    expect(await handler('ping', context)).toBe('pong');
    expect(await handler('other', context)).toBe('caught it');
  });
});

test('the log carries the id of the request that runs', async () => {
  const app = new App('test');
  const handler = app.lambda(() => app.log.info('here'));
  await handler(undefined, context);
  expect(JSON.parse(String(write.mock.calls[0]?.[0]))).toMatchObject({
    requestId: context.awsRequestId,
    message: 'here',
  });
});

test('a bundle for one source says so when it is given another', async () => {
  vi.stubEnv('TANKARD_SOURCE', 'route');
  vi.resetModules();
  const { App: RouteApp } = await import('./app.ts');
  const handler = new RouteApp('test').schedule(Rate.hours(1), () => 1);
  expect(() => handler({}, context)).toThrow("for the source 'route'; its handler is of 'schedule'");
  vi.unstubAllEnvs();
});
