import { expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import { App, Cron, type LambdaContext, Rate, type RouteRequest, type ScheduledEvent } from './index.ts';

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
  // @ts-expect-error a misspelt option in the curried form
  app.route('GET /x', { timoutSeconds: 3 });
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
