import { createClients } from '../../packages/cli/src/aws/clients.ts';
import type { Kind } from '../../packages/cli/src/graph/node.ts';
import { changedNames, compare } from '../../packages/cli/src/plan/compare.ts';
import type { Known } from '../../packages/cli/src/resources/known.ts';
import type { Models } from '../../packages/cli/src/resources/models.ts';
import { ownerTags, tagsOf } from '../../packages/cli/src/resources/ownership.ts';
import type {
  Found,
  Made,
  Observed,
  ReconcileContext,
  Reconciler,
} from '../../packages/cli/src/resources/reconciler.ts';
import { type CountingProxy, startCountingProxy } from './counting-proxy.ts';
import type { MiniStack } from './ministack.ts';

/** Works on single resources in an engine as a deploy does, without an app. */
export interface Reconciling {
  readonly context: ReconcileContext;
  /** The same with more tags; those are ours too. */
  tagged(tags: Readonly<Record<string, string>>): ReconcileContext;
  readonly proxy: CountingProxy;
  stop(): Promise<void>;
}

const scope = {
  app: 'shop',
  stage: 'dev',
  account: '000000000000',
  region: 'us-east-1',
  partition: 'aws',
  urlSuffix: 'amazonaws.com',
};

/** Puts a proxy before the engine; `AWS_ENDPOINT_URL` is set until it stops. */
export async function startReconciling(engine: MiniStack): Promise<Reconciling> {
  const proxy = await startCountingProxy(engine.endpoint);
  const before = { ...process.env };
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: proxy.endpoint,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  });
  const clients = createClients({ region: scope.region, env: process.env });
  const tagged = (more: Readonly<Record<string, string>>): ReconcileContext => {
    const tags = { ...more, ...ownerTags(scope) };
    return {
      scope,
      clients,
      tags,
      ownTags: tagsOf(new Set(['team', 'cost'])),
      once: (_, read) => read(),
      zip: async (name) => {
        throw new Error(`There is no zip '${name}'.`);
      },
      signal: new AbortController().signal,
    };
  };
  return {
    context: tagged({}),
    tagged,
    proxy,
    stop: async () => {
      clients.destroy();
      process.env = before;
      await proxy.stop();
    },
  };
}

/** What bringing one resource about came to. */
export interface Brought {
  readonly made: Made;
  /** What AWS says of it now. */
  readonly observed: Observed;
  /** Paths in which that differs from what is wanted. */
  readonly different: readonly string[];
}

/** Observes, makes or changes as far as necessary, and observes again. */
export async function bring<K extends Kind>(
  reconciler: Reconciler<K>,
  model: Known<Models[K]>,
  context: ReconcileContext,
  recorded?: Made,
): Promise<Brought> {
  const key = reconciler.key(model, context.scope);
  const wanted = reconciler.wanted(model, context);
  const target = { key, model, recorded };
  const sync = async (observed: Observed): Promise<Made> => {
    const changed = changedNames(compare(wanted, observed.properties));
    if (changed.size === 0) return { attributes: observed.attributes };
    return reconciler.sync({ key, model, wanted, observed, recorded, changed }, context);
  };
  const there = await reconciler.observe(target, context);
  const made = there ? await sync(there) : await reconciler.ensure(model, context);
  const observed = await reconciler.observe({ ...target, recorded: made ?? recorded }, context);
  if (!observed) throw new Error('It is not there after it was made.');
  if (!made) return bring(reconciler, model, context, recorded);
  const different = compare(wanted, observed.properties).map(({ path }) => path);
  return { made, observed, different };
}

/** What the engine has of a kind that says that it is ours. */
export async function listed<K extends Kind>(
  reconciler: Reconciler<K>,
  context: ReconcileContext,
  parents: readonly Found[] = [],
): Promise<readonly Found['key'][]> {
  return ((await reconciler.list?.(context, parents)) ?? []).map(({ key }) => key);
}
