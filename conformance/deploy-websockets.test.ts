import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { websocketApiReconciler } from '../packages/cli/src/resources/websocket-api/reconcile.ts';
import { websocketAuthorizerReconciler } from '../packages/cli/src/resources/websocket-authorizer/reconcile.ts';
import { websocketIntegrationReconciler } from '../packages/cli/src/resources/websocket-integration/reconcile.ts';
import { websocketRouteReconciler } from '../packages/cli/src/resources/websocket-route/reconcile.ts';
import { websocketStageReconciler } from '../packages/cli/src/resources/websocket-stage/reconcile.ts';
import { testLife } from './engines/lifecycle.ts';
import { type MiniStack, startMiniStack } from './engines/ministack.ts';
import { bring, type Reconciling, startReconciling } from './engines/reconciling.ts';

let engine: MiniStack;
let deploy: Reconciling;
const ids = { api: '', integration: '', authorizer: '' };
const called = 'arn:aws:lambda:us-east-1:000000000000:function:shop-dev-websocket';
const uri = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${called}/invocations`;
const asks = { kind: 'function', uri, ttl: 0, event: 'request', answer: 'policy' } as const;
const gate = () => ({ api: ids.api, physicalName: 'gate', identity: ['query.token'], asks });
const parents = () => [
  { kind: 'websocket-api' as const, name: 'websocket', key: {}, attributes: { id: ids.api } },
];

beforeAll(async () => {
  engine = await startMiniStack();
  deploy = await startReconciling(engine);
  const { context } = deploy;
  // Beside the one whose life is looked at.
  const api = { physicalName: 'shop-dev-other', selection: '$request.body.action', stage: 'dev' };
  const other = { ...context, scope: { ...context.scope, app: 'other' }, tags: {} };
  ids.api = (await bring(websocketApiReconciler, api, other)).made.attributes.id ?? '';
});
afterAll(async () => {
  await deploy?.stop();
  await engine?.stop();
});

describe('a WebSocket API', () => {
  const model = { physicalName: 'shop-dev-websocket', selection: '$request.body.action', stage: 'dev' };
  testLife(() => deploy, {
    reconciler: websocketApiReconciler,
    repeats: true,
    models: () => [
      ['as it is', model],
      ['with routes named otherwise', { ...model, selection: '$request.body.message.type' }],
    ],
  });

  it('is known by the address of its stage, for clients and for whoever sends to them', async () => {
    const { made } = await bring(websocketApiReconciler, model, deploy.context);
    const { id, url, socketUrl } = made.attributes;
    expect(url).toMatch(new RegExp(`^http://${id}\\.execute-api\\..*/dev$`));
    expect(socketUrl).toBe(url?.replace('http', 'ws'));
  });
});

describe('an integration of a WebSocket API', () => {
  testLife(() => deploy, {
    reconciler: websocketIntegrationReconciler,
    repeats: true,
    models: () => [
      ['as it is', { api: ids.api, function: called, uri, timeout: 29_000 }],
      ['waited for less', { api: ids.api, function: called, uri, timeout: 10_000 }],
    ],
    parents,
  });
});

describe('an authorizer of a WebSocket API', () => {
  testLife(() => deploy, {
    reconciler: websocketAuthorizerReconciler,
    models: () => [
      ['as it is', gate()],
      ['known by more', { ...gate(), identity: ['query.token', 'header.Origin', 'route'] }],
      ['another function', { ...gate(), asks: { ...asks, uri: uri.replace('-websocket/', '-gate/') } }],
    ],
    parents,
  });
});

describe('a route of a WebSocket API', () => {
  const route = (changes: object = {}) => ({
    ...{
      api: ids.api,
      key: '$connect',
      integration: ids.integration,
      function: 'function:websocket' as const,
    },
    reply: false,
    ...changes,
  });
  beforeAll(async () => {
    const integration = { api: ids.api, function: called, uri, timeout: 29_000 };
    const { made } = await bring(websocketIntegrationReconciler, integration, deploy.context);
    ids.integration = made.attributes.id ?? '';
    ids.authorizer =
      (await bring(websocketAuthorizerReconciler, gate(), deploy.context)).made.attributes.id ?? '';
  });
  testLife(() => deploy, {
    reconciler: websocketRouteReconciler,
    repeats: true,
    models: () => [
      ['as it is', route()],
      ['asking a function', route({ authorization: { type: 'CUSTOM', authorizer: ids.authorizer } })],
      ['asking for a signature', route({ authorization: { type: 'AWS_IAM' } })],
      ['open to all', route()],
      ['with a reply', route({ reply: true })],
      ['without a reply', route({ reply: false })],
      ['with a reply again', route({ reply: true })],
    ],
    parents,
  });

  it('has a reply from the start where it is made with one', async () => {
    const { different } = await bring(
      websocketRouteReconciler,
      route({ key: 'ask', reply: true }),
      deploy.context,
    );
    expect(different).toEqual([]);
  });
});

describe('the stage of a WebSocket API', () => {
  it('is made once, takes other tags, and goes', async () => {
    const model = { api: ids.api, stage: 'dev' };
    const { context, proxy } = deploy;
    expect((await bring(websocketStageReconciler, model, context)).different).toEqual([]);
    proxy.forget();
    await bring(websocketStageReconciler, model, context);
    expect(proxy.mutations()).toEqual([]);
    const tagged = await bring(websocketStageReconciler, model, deploy.tagged({ team: 'beer' }));
    expect(tagged.different).toEqual([]);
    const key = { api: ids.api, stage: 'dev' };
    for (let time = 1; time <= 2; time += 1) await websocketStageReconciler.remove({ key }, context);
    expect(await websocketStageReconciler.observe({ key }, context)).toBeUndefined();
  });
});
