import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpApiReconciler } from '../packages/cli/src/resources/http-api/reconcile.ts';
import { httpIntegrationReconciler } from '../packages/cli/src/resources/http-integration/reconcile.ts';
import { httpRouteReconciler } from '../packages/cli/src/resources/http-route/reconcile.ts';
import { restApiReconciler } from '../packages/cli/src/resources/rest-api/reconcile.ts';
import { restDeploymentReconciler } from '../packages/cli/src/resources/rest-deployment/reconcile.ts';
import { type MiniStack, startMiniStack } from './engines/ministack.ts';
import { bring, listed, type Reconciling, startReconciling } from './engines/reconciling.ts';

let engine: MiniStack;
let deploy: Reconciling;
beforeAll(async () => {
  engine = await startMiniStack();
  deploy = await startReconciling(engine);
});
afterAll(async () => {
  await deploy?.stop();
  await engine?.stop();
});

const lambda = (name: string) => `arn:aws:lambda:us-east-1:000000000000:function:shop-dev-${name}`;

describe('an HTTP API', () => {
  const model = { physicalName: 'shop-dev', stage: '$default' };
  const key = { name: 'shop-dev' };

  it('is made with its stage, and then left alone', async () => {
    const { made, observed, different } = await bring(httpApiReconciler, model, deploy.context);
    expect(different).toEqual([]);
    expect(observed.attributes).toEqual(made.attributes);
    expect(made.attributes.url).toContain(`${made.attributes.id}.execute-api`);
    deploy.proxy.forget();
    await bring(httpApiReconciler, model, deploy.context);
    expect(deploy.proxy.mutations()).toEqual([]);
  });

  it('gets new tags, and loses those that nobody wants any more', async () => {
    const tagged = await bring(httpApiReconciler, model, deploy.tagged({ team: 'beer' }));
    expect(tagged.different).toEqual([]);
    expect(tagged.observed.properties.stageTags).toMatchObject({ team: 'beer' });
    const plain = await bring(httpApiReconciler, model, deploy.context);
    expect(plain.different).toEqual([]);
    expect(plain.observed.tags).not.toHaveProperty('team');
  });

  it('answers pages of other origins, of more of them, and of none', async () => {
    const cors = {
      origins: ['https://shop.example'],
      methods: ['GET', 'PUT'],
      headers: ['Content-Type'],
      exposeHeaders: [],
      credentials: true,
    };
    const more = {
      ...cors,
      origins: ['https://a.example', 'https://b.example'],
      maxAge: 60,
      credentials: false,
    };
    for (const said of [cors, more, undefined]) {
      expect((await bring(httpApiReconciler, { ...model, cors: said }, deploy.context)).different).toEqual(
        [],
      );
      deploy.proxy.forget();
      await bring(httpApiReconciler, { ...model, cors: said }, deploy.context);
      expect(deploy.proxy.mutations()).toEqual([]);
    }
  });

  it('gets its stage back', async () => {
    const { observed } = await bring(httpApiReconciler, model, deploy.context);
    const stage = `${engine.endpoint}/v2/apis/${observed.attributes.id}/stages/$default`;
    await fetch(stage, { method: 'DELETE' });
    const seen = await httpApiReconciler.observe({ key, model }, deploy.context);
    expect(seen?.properties.stage).toBeUndefined();
    expect((await bring(httpApiReconciler, model, deploy.context)).different).toEqual([]);
  });

  it('is found without a journal, and one of the same name that is not ours is not', async () => {
    const other = { name: 'shop-dev', protocolType: 'HTTP' };
    await fetch(`${engine.endpoint}/v2/apis`, { method: 'POST', body: JSON.stringify(other) });
    expect(await listed(httpApiReconciler, deploy.context)).toEqual([key]);
  });

  it('made twice, because an answer was lost, is there once afterwards', async () => {
    const first = await bring(httpApiReconciler, model, deploy.context);
    const twin = await httpApiReconciler.ensure(model, deploy.context);
    const seen = await httpApiReconciler.observe({ key, model, recorded: first.made }, deploy.context);
    expect(seen?.properties.duplicates).toEqual([twin?.attributes.id]);
    const healed = await bring(httpApiReconciler, model, deploy.context, first.made);
    expect(healed.different).toEqual([]);
    expect(healed.observed.attributes).toEqual(first.observed.attributes);
  });

  it('is there once although the answer to the call that made it was lost', async () => {
    const fresh = { ...model, physicalName: 'shop-dev-lost' };
    const gateway = await deploy.context.clients.apiGatewayV2();
    let lost = 0;
    gateway.middlewareStack.add(
      (next, { commandName }) =>
        async (call) => {
          const answer = await next(call);
          if (commandName !== 'CreateApiCommand' || lost > 0) return answer;
          lost += 1;
          throw Object.assign(new Error('socket hang up'), { name: 'TimeoutError' });
        },
      { step: 'deserialize', name: 'loseOneAnswer' },
    );
    const { observed, different } = await bring(httpApiReconciler, fresh, deploy.context);
    gateway.middlewareStack.remove('loseOneAnswer');
    expect([lost, different]).toEqual([1, []]);
    const { items } = (await (await fetch(`${engine.endpoint}/v2/apis`)).json()) as {
      items: readonly { readonly name: string; readonly apiId: string }[];
    };
    const named = items.filter(({ name }) => name === fresh.physicalName);
    expect(named.map(({ apiId }) => apiId)).toEqual([observed.attributes.id]);
    await httpApiReconciler.remove({ key: { name: fresh.physicalName } }, deploy.context);
  });

  it('has integrations and routes that follow the app', async () => {
    const { made } = await bring(httpApiReconciler, model, deploy.context);
    const { id: api = '', url = '' } = made.attributes;
    const integration = (name: string, timeout = 30_000) =>
      bring(httpIntegrationReconciler, { api, function: lambda(name), timeout }, deploy.context);
    const route = (of: string) =>
      ({ api, key: 'GET /users/{id}', integration: of, function: 'function:api' }) as const;
    const one = await integration('one');
    const two = await integration('two');
    expect([one.different, two.different]).toEqual([[], []]);
    const first = await bring(httpRouteReconciler, route(one.made.attributes.id ?? ''), deploy.context);
    expect(first.different).toEqual([]);

    deploy.proxy.forget();
    await integration('one');
    await bring(httpRouteReconciler, route(one.made.attributes.id ?? ''), deploy.context);
    expect(deploy.proxy.mutations()).toEqual([]);

    const moved = await bring(httpRouteReconciler, route(two.made.attributes.id ?? ''), deploy.context);
    expect(moved.different).toEqual([]);
    expect(moved.observed.attributes).toEqual(first.observed.attributes);
    expect((await integration('one', 29_000)).different).toEqual([]);

    const parents = [{ kind: 'http-api', name: 'api', key, attributes: { id: api, url } }] as const;
    expect(await listed(httpIntegrationReconciler, deploy.context, parents)).toEqual([
      { api, function: lambda('one') },
      { api, function: lambda('two') },
    ]);
    const routeKey = { api, route: 'GET /users/{id}' };
    expect(await listed(httpRouteReconciler, deploy.context, parents)).toEqual([routeKey]);

    for (let time = 1; time <= 2; time += 1) {
      await httpRouteReconciler.remove({ key: routeKey }, deploy.context);
      await httpIntegrationReconciler.remove({ key: { api, function: lambda('one') } }, deploy.context);
    }
    expect(await httpRouteReconciler.observe({ key: routeKey }, deploy.context)).toBeUndefined();
    expect(await listed(httpIntegrationReconciler, deploy.context, parents)).toEqual([
      { api, function: lambda('two') },
    ]);
  });

  it('renames a route that AWS says is in the way', async () => {
    const { made } = await bring(httpApiReconciler, model, deploy.context);
    const { id: api = '' } = made.attributes;
    const route = (key: string) => ({ api, key, integration: 'none', function: 'function:api' }) as const;
    const old = await bring(httpRouteReconciler, route('GET /posts/{id}'), deploy.context);
    const gateway = await deploy.context.clients.apiGatewayV2();
    gateway.middlewareStack.add(
      (next, { commandName }) =>
        async (call) => {
          if (commandName !== 'CreateRouteCommand') return next(call);
          const message = 'Route with key GET /posts/{id} already exists for this API';
          throw Object.assign(new Error(message), { name: 'ConflictException' });
        },
      { step: 'deserialize', name: 'refuseRoutes' },
    );
    const renamed = await bring(httpRouteReconciler, route('GET /posts/{slug}'), deploy.context);
    gateway.middlewareStack.remove('refuseRoutes');
    expect(renamed.different).toEqual([]);
    expect(renamed.observed.attributes).toEqual(old.observed.attributes);
    const gone = { key: { api, route: 'GET /posts/{id}' } };
    expect(await httpRouteReconciler.observe(gone, deploy.context)).toBeUndefined();
  });

  it('goes with all that is in it, and is gone the second time', async () => {
    const { made } = await bring(httpApiReconciler, model, deploy.context);
    const target = { key, recorded: made };
    await httpApiReconciler.remove(target, deploy.context);
    expect(await httpApiReconciler.observe(target, deploy.context)).toBeUndefined();
    deploy.proxy.forget();
    await httpApiReconciler.remove(target, deploy.context);
    expect(deploy.proxy.mutations()).toEqual([]);
    const routes = { key: { api: made.attributes.id ?? '', route: 'GET /users/{id}' } };
    expect(await httpRouteReconciler.observe(routes, deploy.context)).toBeUndefined();
  });
});

describe('a REST API', () => {
  const model = { physicalName: 'shop-dev', stage: 'dev' };
  const key = { name: 'shop-dev' };
  const users = { method: 'GET', path: '/users/{id}', function: lambda('one') };
  const root = { method: 'ANY', path: '/', function: lambda('one') };
  let api = '';
  type Route = typeof users & { readonly stream?: number };
  const withRoutes = (...routes: readonly Route[]) => ({ api, stage: 'dev', routes });
  const bringRoutes = (...routes: readonly Route[]) =>
    bring(restDeploymentReconciler, withRoutes(...routes), deploy.context);
  const deployments = async () => {
    const answer = await fetch(`${engine.endpoint}/restapis/${api}/deployments`);
    return ((await answer.json()) as { item: readonly object[] }).item.length;
  };

  it('is made, tagged, and found by its tags', async () => {
    const { made, different } = await bring(restApiReconciler, model, deploy.context);
    api = made.attributes.id ?? '';
    expect(different).toEqual([]);
    expect(made.attributes.url).toBe(`https://${api}.execute-api.us-east-1.amazonaws.com/dev`);
    expect((await bring(restApiReconciler, model, deploy.tagged({ team: 'beer' }))).different).toEqual([]);
    expect((await bring(restApiReconciler, model, deploy.context)).different).toEqual([]);
    expect(await listed(restApiReconciler, deploy.context)).toEqual([key]);
    deploy.proxy.forget();
    await bring(restApiReconciler, model, deploy.context);
    expect(deploy.proxy.mutations()).toEqual([]);
  });

  it('compresses, and tells pages who may read its errors, or not', async () => {
    const errorHeaders = { 'Access-Control-Allow-Origin': '*' };
    const other = { 'Access-Control-Allow-Origin': 'https://shop.example' };
    for (const said of [{ errorHeaders, compression: 1024 }, { errorHeaders: other, compression: 0 }, {}]) {
      expect((await bring(restApiReconciler, { ...model, ...said }, deploy.context)).different).toEqual([]);
      deploy.proxy.forget();
      await bring(restApiReconciler, { ...model, ...said }, deploy.context);
      expect(deploy.proxy.mutations()).toEqual([]);
    }
  });

  it('shows its routes by one deployment, and is then left alone', async () => {
    expect((await bringRoutes(users, root)).different).toEqual([]);
    deploy.proxy.forget();
    await bringRoutes(users, root);
    expect(deploy.proxy.mutations()).toEqual([]);
    expect(await deployments()).toBe(1);
  });

  it.each([
    ['a function changes', [{ ...users, function: lambda('two') }, root]],
    ['a method is added', [users, root, { ...users, method: 'DELETE' }]],
    ['a parameter gets another name', [{ ...users, path: '/users/{name}' }, root]],
    [
      'a function streams',
      [
        { ...users, stream: 300_000 },
        { ...root, stream: 300_000 },
      ],
    ],
    ['paths and methods go', [{ ...users, path: '/users' }]],
  ])('has what is wanted after %s, and no deployment too many', async (_, routes) => {
    expect((await bringRoutes(...routes)).different).toEqual([]);
    expect(await deployments()).toBe(1);
    expect((await bringRoutes(users, root)).different).toEqual([]);
  });

  it('answers by itself what browsers ask, in other words, and leaves it to a function', async () => {
    const headers = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Methods': 'GET,OPTIONS' };
    const other = { ...headers, 'Access-Control-Allow-Origin': 'https://shop.example' };
    const answers = [headers, other].map((said) => ({ preflights: [{ path: users.path, headers: said }] }));
    const options = { routes: [users, root, { ...users, method: 'OPTIONS' }] };
    for (const more of [...answers, options, ...answers, { settings: { compression: 1 } }, {}]) {
      const wanted = { ...withRoutes(users, root), ...more };
      expect((await bring(restDeploymentReconciler, wanted, deploy.context)).different).toEqual([]);
      expect(await deployments()).toBe(1);
      deploy.proxy.forget();
      await bring(restDeploymentReconciler, wanted, deploy.context);
      expect(deploy.proxy.mutations()).toEqual([]);
    }
  });

  it('is deployed again where a deploy was killed before its last step', async () => {
    await bringRoutes(users, root);
    const stages = `${engine.endpoint}/restapis/${api}/stages/dev`;
    await fetch(stages, { method: 'DELETE' });
    const target = { key: { api, stage: 'dev' }, model: withRoutes(users, root) };
    expect(await restDeploymentReconciler.observe(target, deploy.context)).toBeUndefined();
    expect((await bringRoutes(users, root)).different).toEqual([]);
    expect(await deployments()).toBe(1);
  });

  it('tags its stage', async () => {
    const model = withRoutes(users, root);
    const { different } = await bring(restDeploymentReconciler, model, deploy.tagged({ team: 'beer' }));
    expect(different).toEqual([]);
  });

  it('is gone with its routes, and the second time too', async () => {
    for (let time = 1; time <= 2; time += 1) {
      await restDeploymentReconciler.remove({ key: { api, stage: 'dev' } }, deploy.context);
    }
    const target = { key: { api, stage: 'dev' } };
    expect(await restDeploymentReconciler.observe(target, deploy.context)).toBeUndefined();
    expect(await deployments()).toBe(0);
    for (let time = 1; time <= 2; time += 1) await restApiReconciler.remove({ key }, deploy.context);
    expect(await restApiReconciler.observe({ key }, deploy.context)).toBeUndefined();
  });
});
