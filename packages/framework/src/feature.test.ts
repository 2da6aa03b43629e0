import { expect, describe as group, test, vi } from 'vitest';
import { App, Feature, NotFoundError, type Scope } from './index.ts';
import { lambdaHandler } from './lambda.ts';
import { describe } from './manifest/index.ts';
import { createTestClient, sqsEvent, testContext } from './testing/index.ts';

const paths = (app: App) =>
  describe(app).handlers.map(
    ({ trigger }) => trigger.source === 'route' && `${trigger.method} ${trigger.path}`,
  );

group('a feature', () => {
  test('has its routes under the prefix that it is mounted under', async () => {
    const users = new Feature('users');
    users.route('GET /', { name: 'list' }, () => 'all');
    const app = new App('shop').mount('/v1/users', users);
    users.route('GET /{id}', { name: 'show' }, (req) => [req.params.id, req.route]);
    expect(paths(app)).toEqual(['GET /v1/users', 'GET /v1/users/{id}']);
    const { http } = createTestClient(app);
    expect((await http.get('/v1/users')).body).toBe('all');
    expect((await http.get('/v1/users/7')).json()).toEqual(['7', 'GET /v1/users/{id}']);
    expect((await http.get('/')).statusCode).toBe(404);
  });

  test.each(['', '/'])('keeps its paths where the prefix is %j', (prefix) => {
    const feature = new Feature('all');
    feature.route('GET /', { name: 'home' }, () => 1);
    feature.route('GET /a', { name: 'a' }, () => 1);
    expect(paths(new App('shop').mount(prefix, feature))).toEqual(['GET /', 'GET /a']);
  });

  test('has handlers of every other source, which are those of the app', async () => {
    const jobs = new Feature('jobs');
    const work = jobs.onSqsMessage('jobs', { name: 'work' }, vi.fn());
    jobs.schedule('rate(1 hour)', { name: 'tick' }, () => 1);
    const app = new App('shop').mount('/jobs', jobs);
    expect(describe(app).handlers).toMatchObject([
      { name: 'work', feature: ['jobs'], trigger: { source: 'sqs' } },
      { name: 'tick', feature: ['jobs'], trigger: { source: 'schedule' } },
    ]);
    expect((await createTestClient(app).sqs(work).send({ n: 1 })).failed).toEqual([]);
  });

  test('may be mounted in another one, before that is mounted and after', () => {
    const [outer, early, late] = ['outer', 'early', 'late'].map((name) => new Feature(name)) as [
      Feature,
      Feature,
      Feature,
    ];
    early.route('GET /a', { name: 'a' }, () => 1);
    outer.mount('/early', early);
    const app = new App('shop').mount('/outer', outer);
    outer.mount('/late', late);
    late.route('GET /b', { name: 'b' }, () => 1);
    expect(paths(app)).toEqual(['GET /outer/early/a', 'GET /outer/late/b']);
    expect(describe(app).handlers.map(({ feature }) => feature)).toEqual([
      ['outer', 'early'],
      ['outer', 'late'],
    ]);
  });

  test('may have one function for its routes, which a route of its own says otherwise for', () => {
    const users = new Feature('users', { function: 'users' });
    users.route('GET /', { name: 'list' }, () => 1);
    users.route('GET /big', { name: 'big', function: 'big' }, () => 1);
    const inner = new Feature('inner', { function: 'inner' });
    inner.route('GET /', { name: 'inside' }, () => 1);
    users.mount('/inner', inner);
    const { handlers } = describe(new App('shop').mount('/users', users));
    expect(handlers.map(({ trigger }) => trigger.source === 'route' && trigger.function)).toEqual([
      'users',
      'big',
      'inner',
    ]);
  });

  test('has middleware for its own handlers and no others, inside of the middleware of what it is mounted in', async () => {
    const order: string[] = [];
    const [outer, inner] = [new Feature('outer'), new Feature('inner')];
    const app = new App('shop').mount('/outer', outer);
    outer.mount('/inner', inner);
    for (const [name, scope] of Object.entries({ inner, app, outer })) {
      scope.middleware('route', (_, next) => {
        order.push(name);
        return next();
      });
    }
    const scopes: Scope[] = [app, outer, inner];
    for (const scope of scopes) scope.route('GET /x', () => 'x');
    const { http } = createTestClient(app);
    const seen = async (path: string) => {
      order.length = 0;
      expect((await http.get(path)).body).toBe('x');
      return [...order];
    };
    expect(await seen('/x')).toEqual(['app']);
    expect(await seen('/outer/x')).toEqual(['app', 'outer']);
    expect(await seen('/outer/inner/x')).toEqual(['app', 'outer', 'inner']);
  });

  test('has middleware of its other handlers as well', async () => {
    const jobs = new Feature('jobs');
    const run = vi.fn((_, next: () => unknown) => next());
    jobs.middleware('sqs', run);
    const work = jobs.onSqsMessage('jobs', () => {});
    const app = new App('shop').mount('/', jobs);
    app.onSqsMessage('others', () => {});
    await work(sqsEvent([{ body: 'a' }]), testContext());
    expect(run).toHaveBeenCalledOnce();
  });

  test('has the error handler, the middleware and the log of the app', async () => {
    const users = new Feature('users');
    const show = users.route('GET /', () => {
      throw new NotFoundError('none');
    });
    const app = new App('shop')
      .mount('/users', users)
      .onError((error) => ({ seen: (error as Error).message }));
    const run = vi.fn((_raw, _context, next: () => Promise<unknown>) => next());
    app.middleware(run);
    const result = await show({ version: '2.0', routeKey: 'GET /users' }, testContext());
    expect(result).toMatchObject({ body: '{"seen":"none"}' });
    expect(run).toHaveBeenCalledOnce();
    expect(users.log).toBe(app.log);
  });

  test('may have decorated methods', async () => {
    const users = new Feature('users');
    class Users {
      readonly all = ['ann'];
      list(): readonly string[] {
        return this.all;
      }
    }
    users.route('GET /')(Users.prototype, 'list', { value: Users.prototype.list });
    users.use(new Users());
    const app = new App('shop').mount('/users', users);
    expect(describe(app).handlers).toMatchObject([
      { name: 'list', feature: ['users'], member: { class: 'Users' } },
    ]);
    expect((await createTestClient(app).http.get('/users')).json()).toEqual(['ann']);
  });

  test('runs under plain Lambda without an app too', async () => {
    const alone = new Feature('alone');
    const hello = alone.route('GET /', () => 'hello');
    expect(await hello({ version: '2.0', routeKey: 'GET /' }, testContext())).toMatchObject({
      body: 'hello',
    });
    alone.log.debug('not written');
  });

  test('is served with the rest of the app by one function', async () => {
    const users = new Feature('users');
    users.route('GET /', () => 'users');
    const app = new App('shop').mount('/users', users);
    app.route('GET /', () => 'home');
    const handler = lambdaHandler(app);
    expect(await handler({ version: '2.0', routeKey: 'GET /users' }, testContext())).toMatchObject({
      body: 'users',
    });
  });
});
