import {
  type APIGatewayClient,
  CreateUsagePlanCommand,
  CreateUsagePlanKeyCommand,
  DeleteUsagePlanCommand,
  DeleteUsagePlanKeyCommand,
  paginateGetUsagePlanKeys,
  paginateGetUsagePlans,
  UpdateUsagePlanCommand,
  type UsagePlan,
} from '@aws-sdk/client-api-gateway';
import { afterOthers } from '../../aws/after-others.ts';
import { allItems } from '../../aws/all-pages.ts';
import { unless, unlessAbsent } from '../../aws/error-name.ts';
import { sentAgain } from '../../aws/sent-again.ts';
import type { Known } from '../known.ts';
import { apiArn, type NamedApi, ownApi, ownApis } from '../own-api.ts';
import type { Property, ReconcileContext, Reconciler } from '../reconciler.ts';
import { syncTags } from '../rest-api/reconcile.ts';
import type { UsagePlanModel } from './model.ts';
import { type PlanLimits, planPatches } from './patches.ts';

/** What one page holds at most. */
const PAGE = 500;

/** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateUsagePlan.html */
export const usagePlanReconciler: Reconciler<'usage-plan'> = {
  replaces: [],
  key: ({ physicalName }) => ({ name: physicalName }),
  wanted: (model, { tags }) => ({ ...limitsOf(model), keys: model.keys.toSorted(), tags }),

  async observe(target, { clients, once, ownTags, scope }) {
    const gateway = await clients.apiGateway();
    const own = ownApi(await once('usage-plans', () => readPlans(gateway)), target, scope);
    if (!own) return undefined;
    const { id, limits, tags } = own.api;
    const duplicates = own.duplicates.map((one) => one.id);
    return {
      attributes: { id },
      properties: {
        ...limits,
        keys: await keysOf(gateway, id),
        tags: ownTags(tags),
        duplicates: duplicates.length > 0 ? duplicates : undefined,
      },
      tags,
    };
  },

  async ensure(model, { clients, scope, tags, signal }) {
    const gateway = await clients.apiGateway();
    const { physicalName: name, api: apiId, stage, throttle, quota } = model;
    if (ownApi(await readPlans(gateway), { key: { name } }, scope)) return undefined;
    const call = new CreateUsagePlanCommand({
      name,
      apiStages: [{ apiId, stage }],
      throttle: throttle && { rateLimit: throttle.rate, burstLimit: throttle.burst },
      quota: quota && { limit: quota.limit, period: PERIODS[quota.period] },
      tags: { ...tags },
    });
    const made = await afterOthers(() => gateway.send(call), { signal });
    if (sentAgain(made)) return undefined;
    await addKeys(gateway, made.id, model.keys, signal);
    return { attributes: { id: made.id } };
  },

  async sync({ changed, observed, wanted }, context) {
    const gateway = await context.clients.apiGateway();
    const { id = '' } = observed.attributes;
    const { duplicates, keys } = observed.properties;
    const patchOperations = [...planPatches(observed.properties, wanted)];
    if (patchOperations.length > 0) {
      const call = new UpdateUsagePlanCommand({ usagePlanId: id, patchOperations });
      await afterOthers(() => gateway.send(call), context);
    }
    if (changed.has('keys')) await syncKeys(gateway, id, [listOf(keys), listOf(wanted.keys)], context.signal);
    if (changed.has('tags')) await syncTags(apiArn(context.scope, 'usageplans', id), context);
    if (Array.isArray(duplicates)) await deletePlans(duplicates.map(String), context);
    return { attributes: observed.attributes };
  },

  async remove(target, context) {
    const own = ownApi(await readPlans(await context.clients.apiGateway()), target, context.scope);
    if (own) await deletePlans([own.api.id, ...own.duplicates.map(({ id }) => id)], context);
  },

  async list({ clients, scope }) {
    return ownApis(await readPlans(await clients.apiGateway()), scope).map(({ id, name }) => ({
      kind: 'usage-plan',
      name,
      key: { name },
      attributes: { id },
    }));
  },
};

const PERIODS = { day: 'DAY', week: 'WEEK', month: 'MONTH' } as const;

function limitsOf({ api, stage, throttle, quota }: Known<UsagePlanModel>): PlanLimits {
  return {
    stages: [`${api}:${stage}`],
    throttle: throttle && { rate: throttle.rate, burst: throttle.burst },
    quota: quota && { limit: quota.limit, period: PERIODS[quota.period] },
  };
}

function observedLimits({ apiStages = [], throttle, quota }: UsagePlan): PlanLimits {
  const limited = throttle?.rateLimit !== undefined || throttle?.burstLimit !== undefined;
  return {
    stages: apiStages.map(({ apiId, stage }) => `${apiId}:${stage}`).sort(),
    // An engine may give what an update set as the text that it was sent.
    throttle: limited ? { rate: Number(throttle.rateLimit), burst: Number(throttle.burstLimit) } : undefined,
    quota: quota?.limit === undefined ? undefined : { limit: Number(quota.limit), period: quota.period },
  };
}

async function readPlans(client: APIGatewayClient) {
  const plans = await allItems(paginateGetUsagePlans({ client }, { limit: PAGE }), ({ items }) => items);
  return plans.map((plan): NamedApi & { readonly limits: PlanLimits } => {
    const { id = '', name = '', tags = {} } = plan;
    // AWS tells no time of plans: of several the one with the first id counts.
    return { id, name, tags, created: 0, limits: observedLimits(plan) };
  });
}

async function keysOf(client: APIGatewayClient, usagePlanId: string): Promise<readonly string[]> {
  const pages = paginateGetUsagePlanKeys({ client }, { usagePlanId, limit: PAGE });
  return (await allItems(pages, ({ items }) => items)).map(({ id = '' }) => id).sort();
}

async function syncKeys(
  gateway: APIGatewayClient,
  usagePlanId: string,
  [old, wanted]: readonly [readonly string[], readonly string[]],
  signal: AbortSignal,
): Promise<void> {
  const missing = wanted.filter((key) => !old.includes(key));
  await addKeys(gateway, usagePlanId, missing, signal);
  for (const keyId of old.filter((key) => !wanted.includes(key))) {
    const call = () => gateway.send(new DeleteUsagePlanKeyCommand({ usagePlanId, keyId }));
    await unlessAbsent(afterOthers(call, { signal }));
  }
}

async function addKeys(
  gateway: APIGatewayClient,
  usagePlanId: string | undefined,
  keys: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  for (const keyId of keys) {
    const call = new CreateUsagePlanKeyCommand({ usagePlanId, keyId, keyType: 'API_KEY' });
    await unless(
      afterOthers(() => gateway.send(call), { signal }),
      ['ConflictException'],
    );
  }
}

/** AWS deletes no plan that a stage belongs to. */
async function deletePlans(ids: readonly string[], { clients, signal }: ReconcileContext): Promise<void> {
  const gateway = await clients.apiGateway();
  const plans = await readPlans(gateway);
  for (const usagePlanId of ids) {
    const stages = plans.find(({ id }) => id === usagePlanId)?.limits.stages;
    const patchOperations = [...planPatches({ stages }, {})];
    if (patchOperations.length > 0) {
      const leave = () => gateway.send(new UpdateUsagePlanCommand({ usagePlanId, patchOperations }));
      await unlessAbsent(afterOthers(leave, { signal }));
    }
    const call = () => gateway.send(new DeleteUsagePlanCommand({ usagePlanId }));
    await unlessAbsent(afterOthers(call, { signal }));
  }
}

function listOf(value: Property | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
