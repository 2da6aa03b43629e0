import { CreateHostedZoneCommand } from '@aws-sdk/client-route-53';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dnsRecordReconciler } from '../packages/cli/src/resources/dns-record/reconcile.ts';
import { domainReconciler } from '../packages/cli/src/resources/domain/reconcile.ts';
import { domainMappingReconciler } from '../packages/cli/src/resources/domain-mapping/reconcile.ts';
import { edgeDomainReconciler } from '../packages/cli/src/resources/edge-domain/reconcile.ts';
import { edgeMappingReconciler } from '../packages/cli/src/resources/edge-mapping/reconcile.ts';
import { httpApiReconciler } from '../packages/cli/src/resources/http-api/reconcile.ts';
import { restApiReconciler } from '../packages/cli/src/resources/rest-api/reconcile.ts';
import { restDeploymentReconciler } from '../packages/cli/src/resources/rest-deployment/reconcile.ts';
import { type MiniStack, startMiniStack } from './engines/ministack.ts';
import { bring, listed, type Reconciling, startReconciling } from './engines/reconciling.ts';

const certificate = 'arn:aws:acm:us-east-1:000000000000:certificate/0a1b';
const name = { domainName: 'api.example.com', certificate };
const key = { name: 'api.example.com' };

describe('a regional name', () => {
  let engine: MiniStack;
  let deploy: Reconciling;
  let api = '';
  beforeAll(async () => {
    engine = await startMiniStack();
    deploy = await startReconciling(engine);
    const http = { physicalName: 'shop-dev', stage: '$default' };
    api = (await bring(httpApiReconciler, http, deploy.context)).made.attributes.id ?? '';
  });
  afterAll(async () => {
    await deploy?.stop();
    await engine?.stop();
  });

  const mapping = (path: string, of = api, stage = '$default') =>
    ({ domainName: name.domainName, api: of, stage, stageOf: 'http-api:api', path, url: '' }) as const;

  it('is made, and then left alone', async () => {
    const { made, observed, different } = await bring(domainReconciler, name, deploy.context);
    expect(different).toEqual([]);
    expect(observed.attributes).toEqual(made.attributes);
    expect(made.attributes).toMatchObject({ name: 'api.example.com', target: expect.stringContaining('.') });
    deploy.proxy.forget();
    await bring(domainReconciler, name, deploy.context);
    expect(deploy.proxy.mutations()).toEqual([]);
    expect(await listed(domainReconciler, deploy.context)).toEqual([key]);
  });

  it('gets another certificate, and tags, without being made anew', async () => {
    const { attributes } = (await bring(domainReconciler, name, deploy.context)).observed;
    const other = { ...name, certificate: `${certificate}f` };
    const { different, observed } = await bring(domainReconciler, other, deploy.tagged({ team: 'beer' }));
    expect(different).toEqual([]);
    expect(observed.attributes).toEqual(attributes);
    expect((await bring(domainReconciler, name, deploy.context)).different).toEqual([]);
  });

  it('that somebody has whom we cannot see is told of', async () => {
    const gateway = await deploy.context.clients.apiGatewayV2();
    gateway.middlewareStack.add(
      (next, { commandName }) =>
        async (call) => {
          if (commandName !== 'CreateDomainNameCommand') return next(call);
          const message = 'The domain name you provided already exists.';
          throw Object.assign(new Error(message), { name: 'ConflictException' });
        },
      { step: 'deserialize', name: 'takeNames' },
    );
    const taken = { ...name, domainName: 'taken.example.com' };
    await expect(bring(domainReconciler, taken, deploy.context)).rejects.toThrow('DOMAIN_TAKEN');
    gateway.middlewareStack.remove('takeNames');
  });

  it('has paths, of which a new one is there before the old one goes', async () => {
    const old = await bring(domainMappingReconciler, mapping(''), deploy.context);
    const { made, different } = await bring(domainMappingReconciler, mapping('v1/orders'), deploy.context);
    expect([old.different, different]).toEqual([[], []]);
    expect(made.attributes.url).toBe('https://api.example.com/v1/orders');
    const parents = [
      { kind: 'http-api', name: 'api', key: { name: 'shop-dev' }, attributes: { id: api } },
    ] as const;
    const both = ['', 'v1/orders'].map((path) => ({ domain: 'api.example.com', path }));
    expect(await listed(domainMappingReconciler, deploy.context, parents)).toEqual(both);
    deploy.proxy.forget();
    await bring(domainMappingReconciler, mapping('v1/orders'), deploy.context);
    expect(deploy.proxy.mutations()).toEqual([]);
    const gone = { key: { domain: 'api.example.com', path: '' } };
    for (let time = 1; time <= 2; time += 1) await domainMappingReconciler.remove(gone, deploy.context);
    expect(await domainMappingReconciler.observe(gone, deploy.context)).toBeUndefined();
  });

  it('has a path that leads to another API of ours in place, and one of somebody else that is left alone', async () => {
    const rest = await bring(restApiReconciler, { physicalName: 'shop-dev', stage: 'dev' }, deploy.context);
    const id = rest.made.attributes.id ?? '';
    const route = { method: 'GET', path: '/', function: 'arn:aws:lambda:us-east-1:000000000000:function:f' };
    await bring(restDeploymentReconciler, { api: id, stage: 'dev', routes: [route] }, deploy.context);
    const model = mapping('v1/orders', id, 'dev');
    const target = { key: domainMappingReconciler.key(model, deploy.context.scope), model };
    expect(await domainMappingReconciler.observe(target, deploy.context)).toMatchObject({ tags: {} });
    const { different, observed } = await bring(domainMappingReconciler, model, deploy.context);
    expect([different, observed.tags]).toEqual([[], undefined]);
  });

  it('is led to by a record, which follows it and goes with it', async () => {
    const { observed } = await bring(domainReconciler, name, deploy.context);
    const { target = '', zone: targetZone = '' } = observed.attributes;
    const route53 = await deploy.context.clients.route53();
    const zone = await route53.send(
      new CreateHostedZoneCommand({ Name: 'example.com', CallerReference: '1' }),
    );
    const hostedZone = zone.HostedZone?.Id?.replace('/hostedzone/', '') ?? '';
    const model = { domainName: name.domainName, hostedZone, target: 'old.example.net', targetZone };
    const recordKey = { zone: hostedZone, name: name.domainName };
    const { made } = await bring(dnsRecordReconciler, model, deploy.context);
    const other = { key: recordKey, model: { ...model, target } };
    expect(await dnsRecordReconciler.observe(other, deploy.context)).toMatchObject({ tags: {} });
    const moved = await bring(dnsRecordReconciler, { ...model, target }, deploy.context);
    expect(moved.different).toEqual([]);
    deploy.proxy.forget();
    await bring(dnsRecordReconciler, { ...model, target }, deploy.context);
    expect(deploy.proxy.mutations()).toEqual([]);
    const parent = { kind: 'domain', name: name.domainName, key, attributes: observed.attributes } as const;
    expect(await listed(dnsRecordReconciler, deploy.context, [parent])).toEqual([recordKey]);

    await dnsRecordReconciler.remove({ key: recordKey, recorded: made }, deploy.context);
    expect(await dnsRecordReconciler.observe({ key: recordKey }, deploy.context)).toBeDefined();
    const recorded = moved.observed;
    for (let time = 1; time <= 2; time += 1)
      await dnsRecordReconciler.remove({ key: recordKey, recorded }, deploy.context);
    expect(await dnsRecordReconciler.observe({ key: recordKey }, deploy.context)).toBeUndefined();
  });

  it('goes, and is gone the second time', async () => {
    for (let time = 1; time <= 2; time += 1) await domainReconciler.remove({ key }, deploy.context);
    expect(await domainReconciler.observe({ key }, deploy.context)).toBeUndefined();
  });
});

describe('a name at the edge', () => {
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

  it('is made, left alone, and found', async () => {
    const { made, different } = await bring(edgeDomainReconciler, name, deploy.context);
    expect(different).toEqual([]);
    expect(made.attributes.name).toBe('api.example.com');
    deploy.proxy.forget();
    await bring(edgeDomainReconciler, name, deploy.context);
    expect(deploy.proxy.mutations()).toEqual([]);
    expect(await listed(edgeDomainReconciler, deploy.context)).toEqual([key]);
  });

  it('has paths, and goes with them', async () => {
    const rest = await bring(restApiReconciler, { physicalName: 'shop-dev', stage: 'dev' }, deploy.context);
    const api = rest.made.attributes.id ?? '';
    const route = { method: 'GET', path: '/', function: 'arn:aws:lambda:us-east-1:000000000000:function:f' };
    await bring(restDeploymentReconciler, { api, stage: 'dev', routes: [route] }, deploy.context);
    const { domainName } = name;
    const model = { domainName, api, stage: 'dev', stageOf: 'rest-deployment:api', url: '' } as const;
    const root = await bring(edgeMappingReconciler, { ...model, path: '' }, deploy.context);
    const orders = await bring(edgeMappingReconciler, { ...model, path: 'orders' }, deploy.context);
    expect([root.different, orders.different]).toEqual([[], []]);
    expect(orders.made.attributes.url).toBe('https://api.example.com/orders');
    const parents = [
      { kind: 'rest-api', name: 'api', key: { name: 'shop-dev' }, attributes: { id: api } },
    ] as const;
    const keys = ['', 'orders'].map((path) => ({ domain: domainName, path }));
    expect(await listed(edgeMappingReconciler, deploy.context, parents)).toEqual(keys);
    for (const one of [...keys, ...keys]) await edgeMappingReconciler.remove({ key: one }, deploy.context);
    expect(await listed(edgeMappingReconciler, deploy.context, parents)).toEqual([]);
    for (let time = 1; time <= 2; time += 1) await edgeDomainReconciler.remove({ key }, deploy.context);
    expect(await edgeDomainReconciler.observe({ key }, deploy.context)).toBeUndefined();
  });
});
