import { beforeEach, describe, expect, test, vi } from 'vitest';
import { App, NotFoundError, reply } from '../../index.ts';
import { lambdaHandler, streamHandler } from '../../lambda.ts';
import { httpEvent, testContext } from '../../testing/index.ts';
import type { BodyStream, Chunk } from './chunk.ts';
import { TestStream } from './test-stream.ts';

let app: App;
let stream: TestStream;
beforeEach(() => {
  app = new App('demo');
  stream = new TestStream();
});

/** Calls `GET /` of the app as a function URL does. */
function ask(event = httpEvent('GET', '/', { payload: 'function-url' })): Promise<void> {
  return streamHandler(app)(event, stream, testContext());
}

describe('a stream', () => {
  test('is sent after its status and headers, chunk by chunk', async () => {
    app.route('GET /', { stream: true }, () =>
      reply(201, of('a', Uint8Array.of(98), 'ç'), { 'x-a': '1' }, { cookies: { c: '1' } }),
    );
    await ask();
    expect(stream.type).toBe('application/vnd.awslambda.http-integration-response');
    expect(stream.head).toEqual({
      statusCode: 201,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'x-a': '1' },
      cookies: ['c=1; Path=/; HttpOnly; Secure; SameSite=Lax'],
    });
    expect(stream.written.slice(1).map(String)).toEqual(['a', 'b', 'ç']);
    expect(stream.ended).toBe(true);
  });

  const kinds: readonly [string, () => BodyStream | Response][] = [
    ['an async generator', () => of('one', 'two')],
    ['a web stream', () => new Blob(['onetwo']).stream()],
    ['a web Response', () => new Response(new Blob(['onetwo']).stream())],
  ];
  test.each(kinds)('may be %s', async (_, handler) => {
    app.route('GET /', { stream: true }, handler);
    await ask();
    expect([stream.head, stream.body]).toMatchObject([{ statusCode: 200 }, 'onetwo']);
  });

  test.each([
    [of(Uint8Array.of(1)), 'application/octet-stream'],
    [of(), 'text/plain; charset=utf-8'],
  ])('has the type of its first chunk', async (chunks, type) => {
    app.route('GET /', { stream: true }, () => chunks);
    await ask();
    expect(stream.head).toMatchObject({ headers: { 'content-type': type } });
  });

  test('is not begun where the answer has no body', async () => {
    const begin = vi.fn();
    async function* chunks() {
      begin();
      yield 'a';
    }
    app.route('GET /', { stream: true }, () => reply(304, chunks(), { etag: '1' }));
    app.route('HEAD /', { stream: true }, () => chunks());
    await ask();
    expect([stream.head, stream.body]).toMatchObject([{ statusCode: 304, headers: { etag: '1' } }, '']);
    stream = new TestStream();
    await ask(httpEvent('HEAD', '/', { payload: 'function-url' }));
    expect([stream.head, stream.body]).toMatchObject([{ statusCode: 200 }, '']);
    expect(begin).not.toHaveBeenCalled();
  });

  test('gives REST APIs its lists of headers', async () => {
    app.route('GET /', { stream: true }, () => reply(200, of('a'), { 'set-cookie': ['a=1', 'b=2'] }));
    await ask(httpEvent('GET', '/', { payload: '1.0' }));
    expect(stream.head).toMatchObject({ multiValueHeaders: { 'set-cookie': ['a=1', 'b=2'] } });
  });
});

describe('other answers of a function that streams', () => {
  test('are sent as they would be, with the type that the gateway would give them', async () => {
    app.route('GET /', () => 'text');
    app.route('GET /bytes', () => Uint8Array.of(97));
    app.route('GET /nothing', () => {});
    await ask();
    expect([stream.head, stream.body]).toEqual([
      { statusCode: 200, headers: { 'content-type': 'application/json' } },
      'text',
    ]);
    stream = new TestStream();
    await ask(httpEvent('GET', '/bytes', { payload: 'function-url' }));
    expect([stream.head, stream.body]).toMatchObject([
      { headers: { 'content-type': 'application/octet-stream' } },
      'a',
    ]);
    stream = new TestStream();
    await ask(httpEvent('GET', '/nothing', { payload: 'function-url' }));
    expect([stream.head, stream.body, stream.ended]).toMatchObject([{ statusCode: 204 }, '', true]);
  });

  test('are those of middleware too, to somebody who invoked the function', async () => {
    app.route('GET /', () => 'text');
    app.middleware(async () => ({ warm: true }));
    await ask();
    expect(stream.written.map(String)).toEqual(['{"warm":true}']);
  });
});

describe('back-pressure', () => {
  test('asks for no chunk before there is room', async () => {
    let made = 0;
    app.route('GET /', { stream: true }, async function* () {
      for (; made < 3; made++) yield 'a';
    });
    stream.isFull = true;
    const asked = ask();
    await vi.waitFor(() => expect(stream.body).toBe('a'));
    expect(made).toBe(0);
    stream.drain();
    await asked;
    expect([made, stream.body]).toEqual([3, 'aaa']);
  });

  test('waits for room as often as it takes, and leaves nothing behind that listens', async () => {
    app.route('GET /', { stream: true }, async function* () {
      for (let n = 0; n < 50; n++) yield 'a';
    });
    stream.isFull = true;
    const asked = ask();
    for (let n = 1; n <= 50; n++) {
      await vi.waitFor(() => expect([stream.body.length, stream.listenerCount('drain')]).toEqual([n, 1]));
      expect(stream.listenerCount('close')).toBe(1);
      stream.emit('drain');
    }
    await asked;
    expect(stream.ended).toBe(true);
  });
});

describe('whoever leaves', () => {
  test.each(['while the handler waits for room', 'before the next chunk'])(
    'ends the stream: %s',
    async (when) => {
      const left = vi.fn();
      app.route('GET /', { stream: true }, async function* () {
        try {
          for (;;) {
            yield 'a';
            if (when === 'before the next chunk') stream.leave();
          }
        } finally {
          left();
        }
      });
      stream.isFull = when !== 'before the next chunk';
      const asked = ask();
      await vi.waitFor(() => expect(stream.body).toMatch(/^a/));
      if (stream.isFull) stream.leave();
      await asked;
      expect(left).toHaveBeenCalledOnce();
    },
  );

  test('cancels a web stream', async () => {
    const cancel = vi.fn();
    const endless = { pull: (to: ReadableStreamDefaultController) => to.enqueue('a'), cancel };
    app.route('GET /', { stream: true }, () => new ReadableStream(endless));
    stream.destroyed = true;
    await ask();
    expect(cancel).toHaveBeenCalledOnce();
  });
});

describe('an error', () => {
  test('before the first chunk is answered as that of any route, and middleware sees it so', async () => {
    const seen = vi.fn();
    app.middleware('route', async (_, next) => {
      const answer = await next();
      seen(answer.status, answer.error);
      return answer;
    });
    app.route('GET /', { stream: true }, async function* () {
      if (app) throw new NotFoundError('no such chat');
      yield 'a';
    });
    await ask();
    expect([stream.head, stream.body]).toMatchObject([
      { statusCode: 404 },
      '{"Code":"NotFoundError","Message":"no such chat"}',
    ]);
    expect(seen).toHaveBeenCalledWith(404, expect.any(NotFoundError));
  });

  test('after it is thrown on, so that Lambda logs it and cuts the connection', async () => {
    app.route('GET /', { stream: true }, async function* () {
      yield 'a';
      throw new RangeError('late');
    });
    await expect(ask()).rejects.toThrow('late');
    expect([stream.body, stream.ended]).toEqual(['a', false]);
  });

  test('is a chunk that is neither text nor bytes', async () => {
    const wrong = of('a', { b: 1 } as unknown as string);
    app.route('GET /', { stream: true }, () => wrong);
    await expect(ask()).rejects.toThrow('neither text nor bytes: object');
  });

  test('is a stream of a route that does not say that it streams', async () => {
    const log = vi.spyOn(app.log, 'error').mockReturnValue();
    app.route('GET /', () => of('a'));
    await ask();
    expect(stream.head).toMatchObject({ statusCode: 500 });
    expect(log.mock.lastCall?.[1]).toMatchObject({ message: expect.stringContaining('stream: true') });
  });
});

describe('middleware', () => {
  test('may change the headers, and put a stream around the stream', async () => {
    app.middleware('route', async (_, next) => {
      const answer = await next();
      answer.headers['x-seen'] = '1';
      return { ...answer, body: louder(answer.body as AsyncIterable<string>) };
    });
    app.middleware(async (_raw, _context, next) => ({ ...((await next()) as object), statusCode: 202 }));
    app.route('GET /', { stream: true }, () => of('a', 'b'));
    await ask();
    expect(stream.head).toMatchObject({ statusCode: 202, headers: { 'x-seen': '1' } });
    expect(stream.body).toBe('AB');
  });
});

describe('where nothing takes streams', () => {
  test.each([
    [of('a', 'ç'), { body: 'aç' }],
    [of('a', Uint8Array.of(98)), { body: 'YWI=', isBase64Encoded: true }],
  ])('the function gives them whole', async (chunks, result) => {
    app.route('GET /', { stream: true }, () => chunks);
    const answer = await lambdaHandler(app)(httpEvent('GET', '/'), testContext());
    expect(answer).toMatchObject({ statusCode: 200, ...result });
  });

  test('an error at any point is answered as that of any route', async () => {
    const handler = app.route('GET /', { stream: true }, async function* () {
      yield 'a';
      throw new NotFoundError('late');
    });
    expect(await handler(httpEvent('GET', '/'), testContext())).toMatchObject({ statusCode: 404 });
  });
});

test("Lambda's runtime is told that the handler streams", () => {
  const streamifyResponse = vi.fn((handler: unknown) => handler);
  vi.stubGlobal('awslambda', { streamifyResponse });
  app.route('GET /', () => 'a');
  const handler = streamHandler(app);
  vi.unstubAllGlobals();
  expect(streamifyResponse).toHaveReturnedWith(handler);
});

test('a handler streams by itself where an SDK alone has defined what the runtime has', async () => {
  vi.stubGlobal('awslambda', { InvokeStore: {} });
  app.route('GET /', { stream: true }, () => of('a', 'b'));
  await ask();
  vi.unstubAllGlobals();
  expect(stream.body).toBe('ab');
});

async function* of(...chunks: readonly Chunk[]): AsyncGenerator<Chunk> {
  yield* chunks;
}

async function* louder(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const chunk of chunks) yield chunk.toUpperCase();
}
