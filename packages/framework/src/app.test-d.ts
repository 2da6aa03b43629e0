import { expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import {
  App,
  Cron,
  Feature,
  type LambdaContext,
  Rate,
  type Reply,
  type RouteAnswer,
  type RouteRequest,
  reply,
  type ScheduledEvent,
  type Values,
} from './index.ts';

const app = new App('types');
const Order = z.object({ sku: z.string(), count: z.number() });
type Order = z.infer<typeof Order>;

test('a route infers its parameters from its pattern', () => {
  const handler = app.route('GET /users/{id}/{rest+}', (req) => req.params);
  expectTypeOf(handler.run).returns.toEqualTypeOf<{ readonly id: string; readonly rest: string }>();
});

test('a route without a schema has a body of unknown shape', () => {
  app.route('POST /orders', (req) => expectTypeOf(req.body).toBeUnknown());
});

test('a schema types the body', () => {
  app.route('POST /orders', { body: Order, timeout: 5 }, (req) =>
    expectTypeOf(req.body).toEqualTypeOf<Order>(),
  );
});

const Page = z.object({ page: z.coerce.number(), tag: z.array(z.string()).optional() });
type Page = z.infer<typeof Page>;

test('schemas type the query, the headers and the parameters', () => {
  const options = {
    query: Page,
    headers: z.object({ 'x-api': z.literal('1') }),
    params: z.object({ id: z.coerce.number() }),
  };
  app.route('GET /users/{id}', options, (req) => {
    expectTypeOf(req.query).toEqualTypeOf<Page>();
    expectTypeOf(req.headers).toEqualTypeOf<{ 'x-api': '1' }>();
    expectTypeOf(req.params).toEqualTypeOf<{ id: number }>();
    expectTypeOf(req.body).toBeUnknown();
    expectTypeOf(req.header('x-other')).toEqualTypeOf<string | undefined>();
  });
});

test('parts without a schema stay as they come beside one that has one', () => {
  const handler = app.route('GET /users/{id}', { query: Page }, (req) => req);
  expectTypeOf(handler.run).returns.toHaveProperty('params').toEqualTypeOf<{ readonly id: string }>();
  expectTypeOf(handler.run).returns.toHaveProperty('headers').toEqualTypeOf<Values>();
  app.route('GET /users/{id}', (req) => {
    expectTypeOf(req.query).toEqualTypeOf<Values>();
    expectTypeOf(req.stageVariables).toEqualTypeOf<Values>();
  });
});

const User = z.object({ id: z.number(), kind: z.enum(['a', 'b']), tags: z.array(z.string()).optional() });
const Missing = z.object({ missing: z.string() });

test('a route that says what it answers is held to it', () => {
  const answers = { 200: User, 404: Missing };
  app.route('GET /u/1', { answers }, () => ({ id: 1, kind: 'a', tags: ['x'] }));
  app.route('GET /u/1', { answers, query: Page }, async (req): Promise<z.infer<typeof User>> => {
    return { id: req.query.page, kind: 'a', tags: [] };
  });
  app.route('GET /u/2', { answers }, async (req) =>
    req.path ? reply(200, { id: 1, kind: 'b' }) : reply(404, { missing: 'x' }),
  );
  app.route('GET /u/3', { answers })(() => reply(404, { missing: 'x' }, { 'x-a': '1' }));
  app.route('DELETE /u', { answers: { 204: z.undefined() } }, () => {});
  app.route('DELETE /v', { answers: { 204: z.undefined() } }, () => reply(204));
  app.route('GET /any', () => reply(418, 'anything'));
  // @ts-expect-error a plain value is the body of 200
  app.route('GET /u/4', { answers }, () => ({ id: '1', kind: 'a' }));
  // @ts-expect-error there is no such kind
  app.route('GET /u/5', { answers }, () => ({ id: 1, kind: 'c' }));
  // @ts-expect-error the route does not say that it answers 500
  app.route('GET /u/6', { answers }, () => reply(500, { missing: 'x' }));
  // @ts-expect-error this is the body of another status
  app.route('GET /u/7', { answers }, async () => reply(404, { id: 1, kind: 'a' }));
  // @ts-expect-error nothing is none of its answers
  app.route('GET /u/8', { answers }, () => {});
  // @ts-expect-error the curried form is held to it as well
  app.route('GET /u/9', { answers })(() => reply(200, { id: 1 }));
});

test('a reply knows its status and body', () => {
  expectTypeOf(reply(404, { a: 1 })).toEqualTypeOf<Reply<404, { a: number }>>();
  expectTypeOf(reply(204)).toEqualTypeOf<Reply<204, undefined>>();
  reply(200, 'x', {}, { cookies: { a: '1', b: { value: '2', sameSite: 'Strict' } } });
  // @ts-expect-error there is no such option of a cookie
  reply(200, 'x', {}, { cookies: { a: { value: '1', samesite: 'Strict' } } });
});

test("a feature declares as an app does, but for what is the whole app's", () => {
  const users = new Feature('users', { function: 'users' });
  const show = users.route('GET /{id}', { query: Page }, (req) => [req.params.id, req.query.page] as const);
  expectTypeOf(show.run).returns.toEqualTypeOf<readonly [string, number]>();
  users.middleware('route', (req, next) => next().then(() => req.path));
  expectTypeOf(app.mount('/users', users)).toEqualTypeOf<App>();
  expectTypeOf(users.mount('/admin', new Feature('admin'))).toEqualTypeOf<Feature>();
  // @ts-expect-error an app is no feature
  app.mount('/users', app);
  // @ts-expect-error a feature is mounted under a prefix
  app.mount(users);
  // @ts-expect-error what runs around every invocation is the app's
  users.middleware((_raw: unknown, _context: LambdaContext, next: () => Promise<unknown>) => next());
  // @ts-expect-error resources are the app's
  users.table('Users', { partitionKey: 'id' });
  // @ts-expect-error a misspelt option
  new Feature('users', { functions: 'users' });
});

test('middleware is typed by its source', () => {
  app.middleware(async (raw, context, next) => {
    expectTypeOf(raw).toBeUnknown();
    expectTypeOf(context).toEqualTypeOf<LambdaContext>();
    return next();
  });
  app.middleware('route', async (req, next) => {
    expectTypeOf(req).toEqualTypeOf<RouteRequest>();
    const answer = await next();
    expectTypeOf(answer).toEqualTypeOf<RouteAnswer>();
    answer.headers['x-a'] = '1';
    return answer;
  });
  app.middleware('schedule', (event, next) => {
    expectTypeOf(event).toEqualTypeOf<ScheduledEvent>();
    return next();
  });
  // @ts-expect-error there is no such source
  app.middleware('http', (_: unknown, next: () => Promise<unknown>) => next());
  // @ts-expect-error the event of another source
  app.middleware('sqs', (_: RouteRequest, next) => next());
  // @ts-expect-error a source alone runs nothing
  app.middleware('route');
});

test('the curried form infers as the other does', () => {
  app.route('PUT /orders/{id}', { body: Order })((req) => {
    expectTypeOf(req.params).toEqualTypeOf<{ readonly id: string }>();
    expectTypeOf(req.body).toEqualTypeOf<Order>();
  });
});

test('what onInvalid gets knows the route', () => {
  app.route('POST /{group}/orders', { body: Order, onInvalid: (_, req) => req.params.group }, () => 'ok');
});

test('a handler is a Lambda handler and can be run with a typed event', () => {
  const handler = app.route('GET /', async () => ({ ok: true }));
  expectTypeOf(handler).toBeCallableWith({}, {} as LambdaContext);
  expectTypeOf(handler({}, {} as LambdaContext)).toEqualTypeOf<Promise<unknown>>();
  expectTypeOf(handler.run).returns.toEqualTypeOf<Promise<{ ok: boolean }>>();
});

test('a wrong route is refused', () => {
  // @ts-expect-error a route needs its method
  app.route('/users/{id}', () => 1);
  // @ts-expect-error there is no such method
  app.route('FETCH /users', () => 1);
  // @ts-expect-error the pattern has no such parameter
  app.route('GET /users/{id}', (req) => req.params.slug);
  // @ts-expect-error the schema has no such property
  app.route('POST /orders', { body: Order }, (req) => req.body.price);
  // @ts-expect-error a misspelt option beside a right one
  app.route('GET /x', { memory: 128, timoutSeconds: 3 }, () => 1);
  // @ts-expect-error a misspelt option beside schemas
  app.route('GET /x', { query: Page, bodylimit: 3 }, () => 1);
  // @ts-expect-error a misspelt option beside answers
  app.route('GET /x', { answers: { 200: Page }, onInvalit: () => 1 }, () => ({ page: 1 }));
  // @ts-expect-error the query's schema has no such name
  app.route('GET /x', { query: Page }, (req) => req.query.size);
  // @ts-expect-error the query's schema gives a number
  app.route('GET /x', { query: Page }, (req) => req.query.page.trim());
  // @ts-expect-error a misspelt option in the curried form
  app.route('GET /x', { timoutSeconds: 3 });
  // @ts-expect-error media types are a list
  app.route('GET /x', { contentTypes: 'text/plain' }, () => 1);
  // @ts-expect-error a schema is no type
  app.route('POST /orders', { body: 'Order' }, () => 1);
});

test('a schedule takes Rate, Cron and the text of AWS', () => {
  app.schedule(Rate.hours(1), (event) => expectTypeOf(event.time).toEqualTypeOf<Date>());
  app.schedule(new Cron({ minute: 0, hour: 2, weekDay: 'MON-FRI' }), { timezone: 'Europe/Berlin' }, () => {});
  app.schedule('at(2027-01-01T00:00:00)', () => {});
  // @ts-expect-error this is no schedule
  app.schedule('every hour', () => {});
  // @ts-expect-error minutes must be said, or they would be all sixty
  new Cron({ hour: 2 });
  // @ts-expect-error there is no such way
  app.schedule(Rate.hours(1), { via: 'cron' }, () => {});
});

test('a decorator checks the parameter of its method', () => {
  class Orders {
    @app.route('POST /orders', { body: Order })
    async create(req: RouteRequest<'POST /orders', Order>) {
      return req.body.sku;
    }

    @app.route('GET /orders', { query: Page })
    list(req: RouteRequest<'GET /orders', unknown, { query: Page }>) {
      return req.query.page;
    }

    @app.route('GET /orders/{id}', { answers: { 200: Order } })
    show(req: RouteRequest<'GET /orders/{id}'>) {
      return { sku: req.params.id, count: 1 };
    }

    @app.schedule(Rate.days(1))
    tidy(event: ScheduledEvent) {
      return event.time;
    }

    @app.schedule(Rate.days(1))
    static count() {
      return 1;
    }
  }
  app.use(new Orders());
  app.use(Orders);

  class Wrong {
    // @ts-expect-error the pattern has another parameter
    @app.route('GET /users/{id}')
    slug(req: RouteRequest<'GET /users/{slug}'>) {
      return req.params.slug;
    }

    // @ts-expect-error the schema gives another body
    @app.route('POST /users', { body: Order })
    body(req: RouteRequest<'POST /users', { name: string }>) {
      return req.body.name;
    }

    // @ts-expect-error the schema gives another query
    @app.route('GET /pages', { query: Page })
    query(req: RouteRequest<'GET /pages', unknown, { query: { page: string } }>) {
      return req.query.page;
    }

    // @ts-expect-error the route answers something else
    @app.route('GET /answers', { answers: { 200: Order } })
    answers(_: RouteRequest<'GET /answers'>) {
      return { sku: 1 };
    }

    // @ts-expect-error without a schema nobody knows the body
    @app.route('PUT /users')
    unknownBody(req: RouteRequest<'PUT /users', { name: string }>) {
      return req.body.name;
    }

    // @ts-expect-error the event of another source
    @app.schedule(Rate.days(1))
    source(req: RouteRequest<'GET /'>) {
      return req.path;
    }

    // @ts-expect-error a field is no method
    @app.route('GET /field')
    field = () => 1;
  }
  app.use(new Wrong());
});

test('lambda takes the event by a type argument, an annotation or a schema', () => {
  const typed = app.lambda(async (event: { id: number }, context) => `${event.id} ${context.awsRequestId}`);
  expectTypeOf(typed.run).parameters.toEqualTypeOf<[{ id: number }, LambdaContext]>();
  const checked = app.lambda({ event: Order }, (event) => event.count);
  expectTypeOf(checked.run).parameter(0).toEqualTypeOf<Order>();
  // @ts-expect-error the schema has no such property
  app.lambda({ event: Order }, (event) => event.price);
});
