import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiKeyReconciler } from '../packages/cli/src/resources/api-key/reconcile.ts';
import { httpApiReconciler } from '../packages/cli/src/resources/http-api/reconcile.ts';
import { httpAuthorizerReconciler } from '../packages/cli/src/resources/http-authorizer/reconcile.ts';
import { httpIntegrationReconciler } from '../packages/cli/src/resources/http-integration/reconcile.ts';
import { httpRouteReconciler } from '../packages/cli/src/resources/http-route/reconcile.ts';
import { restApiReconciler } from '../packages/cli/src/resources/rest-api/reconcile.ts';
import { restAuthorizerReconciler } from '../packages/cli/src/resources/rest-authorizer/reconcile.ts';
import { restDeploymentReconciler } from '../packages/cli/src/resources/rest-deployment/reconcile.ts';
import { usagePlanReconciler } from '../packages/cli/src/resources/usage-plan/reconcile.ts';
import { testLife } from './engines/lifecycle.ts';
import { type MiniStack, startMiniStack } from './engines/ministack.ts';
import { bring, listed, type Reconciling, startReconciling } from './engines/reconciling.ts';

let engine: MiniStack;
let deploy: Reconciling;
const ids = { http: '', rest: '', integration: '' };
beforeAll(async () => {
  engine = await startMiniStack();
  deploy = await startReconciling(engine);
  const { context } = deploy;
  const api = { physicalName: 'shop-dev', stage: '$default' };
  ids.http = (await bring(httpApiReconciler, api, context)).made.attributes.id ?? '';
  ids.rest = (await bring(restApiReconciler, { ...api, stage: 'dev' }, context)).made.attributes.id ?? '';
  const integration = { api: ids.http, function: called, timeout: 30_000 };
  ids.integration = (await bring(httpIntegrationReconciler, integration, context)).made.attributes.id ?? '';
});
afterAll(async () => {
  await deploy?.stop();
  await engine?.stop();
});

const called = 'arn:aws:lambda:us-east-1:000000000000:function:shop-dev-api';
const uri = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${called}/invocations`;
const asked = { kind: 'function', uri, ttl: 300, event: 'request', answer: 'policy' } as const;
const issuer = { kind: 'issuer', issuer: 'https://login.example.com', audience: ['b', 'a'] } as const;
const pool = (name: string) => `arn:aws:cognito-idp:us-east-1:000000000000:userpool/us-east-1_${name}`;
const header = ['header.Authorization'];

const parent = (kind: 'http-api' | 'rest-api', id: string) => [
  { kind, name: 'api', key: {}, attributes: { id } },
];

describe('an authorizer of an HTTP API that asks a function', () => {
  const model = (changes: object = {}, identity = header) => ({
    ...{ api: ids.http, physicalName: 'gate', identity },
    asks: { ...asked, ...changes },
  });
  testLife(() => deploy, {
    reconciler: httpAuthorizerReconciler,
    models: () => [
      ['as it is', model()],
      ['for a shorter time', model({ ttl: 60 })],
      ['not remembered', model({ ttl: 0 }, [])],
      ['answered simply', model({ answer: 'simple' }, ['query.token', 'route'])],
      ['another function', model({ uri: uri.replace('-api/', '-gate/') })],
    ],
    parents: () => parent('http-api', ids.http),
  });
});

describe('an authorizer of an HTTP API for tokens', () => {
  const model = (changes: object = {}) => ({
    ...{ api: ids.http, physicalName: 'jwt-token', identity: header },
    asks: { ...issuer, ...changes },
  });
  testLife(() => deploy, {
    reconciler: httpAuthorizerReconciler,
    models: () => [
      ['as it is', model()],
      ['of another issuer', model({ issuer: 'https://other.example.com' })],
      ['for others', model({ audience: ['c'] })],
    ],
    parents: () => parent('http-api', ids.http),
  });
});

describe('an authorizer of a REST API that asks a function', () => {
  const model = (changes: object = {}, identity = header) => ({
    ...{ api: ids.rest, physicalName: 'gate', identity },
    asks: { ...asked, ...changes },
  });
  testLife(() => deploy, {
    reconciler: restAuthorizerReconciler,
    models: () => [
      ['as it is', model()],
      ['sent the token alone', model({ event: 'token' })],
      ['known by more', model({ ttl: 60 }, ['header.Authorization', 'query.tenant', 'route'])],
      ['another function', model({ uri: uri.replace('-api/', '-gate/') })],
    ],
    parents: () => parent('rest-api', ids.rest),
  });
});

describe('an authorizer of a REST API for user pools', () => {
  const model = (...pools: readonly string[]) => ({
    ...{ api: ids.rest, physicalName: 'members-token', identity: header },
    asks: { kind: 'pools', pools: pools.map(pool) } as const,
  });
  testLife(() => deploy, {
    reconciler: restAuthorizerReconciler,
    // MiniStack puts a text in the place of the list when a pool is added: pool-changes.test.ts holds what is sent.
    models: () => [['two', model('a', 'b')]],
    parents: () => parent('rest-api', ids.rest),
  });
});

describe('a route of an HTTP API', () => {
  it('is brought to whom it asks, and back to all', async () => {
    const { context, proxy } = deploy;
    const gate = { api: ids.http, physicalName: 'gate', identity: header, asks: asked };
    const { made } = await bring(httpAuthorizerReconciler, gate, context);
    const authorizer = made.attributes.id ?? '';
    const route = {
      ...{ api: ids.http, key: 'GET /own', integration: ids.integration },
      function: 'function:api' as const,
    };
    const authorizations = [
      undefined,
      { type: 'CUSTOM', authorizer },
      { type: 'AWS_IAM' },
      { type: 'JWT', authorizer, scopes: ['b', 'a'] },
      { type: 'JWT', authorizer },
      undefined,
    ] as const;
    for (const authorization of authorizations) {
      const { different } = await bring(httpRouteReconciler, { ...route, authorization }, context);
      expect([authorization, different]).toEqual([authorization, []]);
      proxy.forget();
      await bring(httpRouteReconciler, { ...route, authorization }, context);
      expect(proxy.mutations()).toEqual([]);
    }
  });
});

describe('the methods of a REST API', () => {
  it('are brought to whom they ask, and deployed anew when an authorizer is another one', async () => {
    const { context, proxy } = deploy;
    const gate = { api: ids.rest, physicalName: 'gate', identity: header, asks: asked };
    const { made } = await bring(restAuthorizerReconciler, gate, context);
    const authorizer = made.attributes.id ?? '';
    const routes = [
      { method: 'GET', path: '/own', function: called, authorization: { type: 'CUSTOM', authorizer } },
      { method: 'GET', path: '/signed', function: called, authorization: { type: 'AWS_IAM' }, apiKey: true },
      { method: 'GET', path: '/open', function: called },
    ] as const;
    const model = { api: ids.rest, stage: 'dev', routes, authorizers: [gate] };
    const models = [
      model,
      { ...model, authorizers: [{ ...gate, asks: { ...asked, ttl: 60 } }] },
      { ...model, routes: routes.map(({ method, path }) => ({ method, path, function: called })) },
    ];
    for (const one of models) {
      expect((await bring(restDeploymentReconciler, one, context)).different).toEqual([]);
      proxy.forget();
      await bring(restDeploymentReconciler, one, context);
      expect(proxy.mutations()).toEqual([]);
    }
  });
});

/** MiniStack tells the tags with which a key or a plan was made, whatever they are set to later. */
describe('an API key', () => {
  const model = { physicalName: 'shop-dev-partner-a' };
  const key = { name: model.physicalName };

  it('is made once, found without a journal, and goes for good', async () => {
    const { context, proxy } = deploy;
    const { made, different } = await bring(apiKeyReconciler, model, context);
    expect(different).toEqual([]);
    proxy.forget();
    expect((await bring(apiKeyReconciler, model, context)).made).toEqual(made);
    expect(await apiKeyReconciler.ensure(model, context)).toBeUndefined();
    expect(proxy.mutations()).toEqual([]);
    expect(await listed(apiKeyReconciler, context)).toEqual([key]);
    for (let time = 1; time <= 2; time += 1) await apiKeyReconciler.remove({ key }, context);
    expect(await listed(apiKeyReconciler, context)).toEqual([]);
  });

  it('is switched on again', async () => {
    const { context } = deploy;
    const { id } = (await bring(apiKeyReconciler, model, context)).made.attributes;
    const patchOperations = [{ op: 'replace', path: '/enabled', value: false }];
    const body = JSON.stringify({ patchOperations });
    await fetch(`${engine.endpoint}/apikeys/${id}`, { method: 'PATCH', body });
    const seen = await apiKeyReconciler.observe({ key, model }, context);
    expect(seen?.properties.enabled).toBe(false);
    const { observed } = await bring(apiKeyReconciler, model, context);
    expect(observed.properties.enabled).not.toBe(false);
    await apiKeyReconciler.remove({ key }, context);
  });
});

describe('a usage plan', () => {
  const keys: string[] = [];
  beforeAll(async () => {
    for (const name of ['a', 'b']) {
      const { made } = await bring(apiKeyReconciler, { physicalName: `shop-dev-${name}` }, deploy.context);
      keys.push(made.attributes.id ?? '');
    }
  });
  const model = (changes: object = {}) => ({
    ...{ physicalName: 'shop-dev', api: ids.rest, stage: 'dev', keys: keys.slice(0, 1) },
    ...changes,
  });

  it('becomes what is wanted, one change after another, and is left alone in between', async () => {
    const { context, proxy } = deploy;
    const models = [
      model(),
      model({ throttle: { rate: 10, burst: 20 }, quota: { limit: 1000, period: 'month' } }),
      model({ throttle: { rate: 5, burst: 20 }, quota: { limit: 10, period: 'day' } }),
      model({ keys }),
      model({ keys: keys.slice(1) }),
      model(),
    ];
    for (const one of models) {
      expect((await bring(usagePlanReconciler, one, context)).different).toEqual([]);
      proxy.forget();
      await bring(usagePlanReconciler, one, context);
      expect(await usagePlanReconciler.ensure(one, context)).toBeUndefined();
      expect(proxy.mutations()).toEqual([]);
    }
  });

  it('is found without a journal, and goes for good', async () => {
    const { context } = deploy;
    const key = { name: 'shop-dev' };
    expect(await listed(usagePlanReconciler, context)).toEqual([key]);
    for (let time = 1; time <= 2; time += 1) await usagePlanReconciler.remove({ key }, context);
    expect(await listed(usagePlanReconciler, context)).toEqual([]);
  });
});
