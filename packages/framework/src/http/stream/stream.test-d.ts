import { expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import { App, NotFoundError, type RouteRequest, reply } from '../../index.ts';

const app = new App('types');

async function* words(): AsyncGenerator<string> {
  yield 'a';
}

test('a route that streams gives an async iterable, a web stream, or either in an answer', () => {
  app.route('GET /a', { stream: true }, words);
  app.route('GET /b', { stream: true }, async function* (req) {
    expectTypeOf(req.path).toBeString();
    yield new Uint8Array();
  });
  app.route('GET /c', { stream: true }, () => new ReadableStream<Uint8Array>());
  app.route('GET /d', { stream: true }, async () => reply(201, words(), { 'x-a': '1' }));
  app.route('GET /e', { stream: true }, () => new Response(new ReadableStream()));
  app.route('GET /{id}', { stream: true }, async ({ params }) => {
    if (params.id === '1') throw new NotFoundError('x');
    return params.id === '2' ? reply(404, { missing: params.id }) : words();
  });
  const handler = app.route('GET /f', { stream: true })(words);
  expectTypeOf(handler.run).returns.toEqualTypeOf<AsyncGenerator<string>>();
});

test('a method may be an async generator', () => {
  class Chat {
    @app.route('GET /chat/{room}', { stream: true })
    async *room(req: RouteRequest<'GET /chat/{room}'>) {
      yield req.params.room;
    }
    // @ts-expect-error a stream is text and bytes
    @app.route('GET /numbers', { stream: true })
    async *numbers() {
      yield 1;
    }
  }
  app.use(new Chat());
});

test('what is no stream of text or bytes is refused', () => {
  // @ts-expect-error numbers are neither
  app.route('GET /a', { stream: true }, async function* () {
    yield 1;
  });
  // @ts-expect-error a plain value is no stream
  app.route('GET /b', { stream: true }, () => ({ a: 1 }));
  // @ts-expect-error the iterable is not asynchronous
  app.route('GET /c', { stream: true }, () => ['a', 'b']);
  // @ts-expect-error it streams or it does not
  app.route('GET /d', { stream: 'yes' }, words);
  // @ts-expect-error a misspelt option beside it
  app.route('GET /e', { stream: true, timoutSeconds: 3 }, words);
});

test('a route that says what it answers and streams may stream each of them', () => {
  const answers = { 200: z.object({ whole: z.boolean() }), 404: z.object({ missing: z.string() }) };
  app.route('GET /a', { answers, stream: true }, words);
  app.route('GET /b', { answers, stream: true }, () => reply(200, words()));
  app.route('GET /c', { answers, stream: true }, () => reply(404, { missing: 'x' }));
  // @ts-expect-error the route does not say that it answers 500
  app.route('GET /d', { answers, stream: true }, () => reply(500, words()));
  // @ts-expect-error this is the body of another status
  app.route('GET /e', { answers, stream: true }, () => reply(404, { whole: true }));
  // @ts-expect-error without `stream` it is none of the answers
  app.route('GET /f', { answers }, words);
});
