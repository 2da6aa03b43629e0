import { createClients } from '../../aws/clients.ts';
import { noteCall } from '../../aws/error.ts';
import type { AnyNode, Kind } from '../../graph/node.ts';
import type { LoadedReconcilers } from '../../resources/load-reconcilers.ts';
import { isOwned, ownerTags } from '../../resources/ownership.ts';
import type { Key, Properties, ReconcileContext, Reconciler } from '../../resources/reconciler.ts';
import { identityOf } from '../../state/identity.ts';
import { type Journal, openJournal } from '../../state/journal.ts';
import type { StateStore } from '../../state/store.ts';
import { applyPlan } from '../apply-plan.ts';
import type { Listener } from '../events.ts';
import { makePlan } from '../make-plan.ts';
import type { Plan } from '../plan.ts';
import type { DataChoice } from '../plan-gone.ts';
import type { Stage } from '../stage.ts';

/** Things by identity: what a test's reconcilers make, find and remove. */
export type Things = Map<string, { properties: Properties; tags: Readonly<Record<string, string>> }>;

const scope = {
  app: 'shop',
  stage: 'dev',
  account: '123456789012',
  region: 'eu-central-1',
  partition: 'aws',
  urlSuffix: 'amazonaws.com',
};
/** Tags of what the test's app made. */
export const OWN = ownerTags(scope);

/** A reconciler whose calls are all on a map; it notes those that change something. */
function thingReconciler<K extends Kind>(
  kind: K,
  things: Things,
  calls: string[],
  refused: ReadonlySet<Kind>,
  own: Pick<Reconciler<K>, 'key' | 'wanted' | 'replaces' | 'data' | 'partOf'>,
): Reconciler<K> {
  const nameOf = (key: Key) => Object.values(key).join('/');
  const attributesOf = (key: Key) => ({ arn: `arn of ${nameOf(key)}`, name: nameOf(key) });
  return {
    ...own,
    observe: async ({ key }) => {
      const thing = things.get(identityOf(kind, key));
      return thing && { attributes: attributesOf(key), properties: thing.properties, tags: thing.tags };
    },
    ensure: async (model, context) => {
      if (refused.has(kind)) throw refusal();
      const key = own.key(model, scope);
      const identity = identityOf(kind, key);
      if (things.has(identity)) return undefined;
      calls.push(`make ${kind} ${nameOf(key)}`);
      things.set(identity, { properties: own.wanted(model, context), tags: OWN });
      return { attributes: attributesOf(key) };
    },
    sync: async ({ key, wanted, changed }) => {
      calls.push(`change ${[...changed].join()} of ${kind} ${nameOf(key)}`);
      things.set(identityOf(kind, key), { properties: wanted, tags: OWN });
      return { attributes: attributesOf(key) };
    },
    remove: async ({ key }) => {
      calls.push(`remove ${kind} ${nameOf(key)}`);
      things.delete(identityOf(kind, key));
      // As AWS does with what belongs to a thing.
      for (const part of things.keys()) {
        if (part.includes(`"${attributesOf(key).arn}"`)) things.delete(part);
      }
    },
    list: async () =>
      [...things].flatMap(([identity, { tags }]) => {
        if (!identity.startsWith(`${kind} `) || !isOwned(tags, scope)) return [];
        const key: Key = Object.fromEntries(
          JSON.parse(identity.slice(kind.length + 1)) as [string, string][],
        );
        return [{ kind, name: nameOf(key), key, attributes: attributesOf(key) }];
      }),
  };
}

function refusal(): Error {
  const error = new Error('not today');
  noteCall(error, { service: 'Things', operation: 'MakeThing' });
  return error;
}

/** Four kinds that between them have every trait: of data, of parts, of keys that hold what another one is. */
function reconcilersOn(things: Things, calls: string[], refused: ReadonlySet<Kind>): LoadedReconcilers {
  const role = thingReconciler('role', things, calls, refused, {
    replaces: [],
    key: ({ physicalName }) => ({ name: physicalName }),
    wanted: ({ trusts }) => ({ trusts }),
  });
  const table = thingReconciler('table', things, calls, refused, {
    data: true,
    replaces: ['key'],
    key: ({ physicalName }) => ({ name: physicalName }),
    wanted: ({ partitionKey, ttl }) => ({ key: partitionKey.name, ttl }),
  });
  const called = thingReconciler('function', things, calls, refused, {
    replaces: [],
    key: ({ physicalName }) => ({ name: physicalName }),
    wanted: ({ memory, role: arn, environment }) => ({ memory, role: arn, environment }),
  });
  const permission = thingReconciler('permission', things, calls, refused, {
    partOf: 'function',
    replaces: [],
    key: (model) => ({ function: model.function, principal: model.principal }),
    wanted: ({ principal }) => ({ principal }),
  });
  const all = new Map<Kind, unknown>(
    Object.entries({ role, table, function: called, permission }) as [Kind, unknown][],
  );
  return { kinds: [...all.keys()], of: (kind) => all.get(kind) as Reconciler<Kind> };
}

/** A stage whose things are a map. */
export interface MemoryStage {
  readonly things: Things;
  /** Calls that changed something, in their order. */
  readonly calls: string[];
  /** From now on nothing of the kind can be made. */
  refuse(kind: Kind): void;
  plan(nodes: readonly AnyNode[], choice?: Partial<DataChoice>): Promise<Plan>;
  /** Plans and applies. */
  apply(
    nodes: readonly AnyNode[],
    options?: { choice?: Partial<DataChoice>; onEvent?: Listener; signal?: AbortSignal },
  ): Promise<void>;
}

/** A stage on maps, whose journal is in `store`. */
export function memoryStage(store: StateStore): MemoryStage {
  const things: Things = new Map();
  const calls: string[] = [];
  const refused = new Set<Kind>();
  const reconcilers = reconcilersOn(things, calls, refused);
  const prepare = async (nodes: readonly AnyNode[], choice: Partial<DataChoice> = {}) => {
    const journal = await openJournal(store, scope);
    const stage: Stage = {
      reconcilers,
      context: contextOf(),
      parameters: {},
      recorded: journal.recorded,
      lost: !journal.recorded.complete,
    };
    const wanted = new Map(nodes.map((node) => [node.id, node]));
    const plan = await makePlan(wanted, stage, { withData: false, replaceData: new Set(), ...choice });
    return { journal, stage, plan };
  };
  return {
    things,
    calls,
    refuse: (kind) => void refused.add(kind),
    plan: async (nodes, choice) => (await prepare(nodes, choice)).plan,
    apply: async (nodes, { choice, onEvent = () => {}, signal = new AbortController().signal } = {}) => {
      const { journal, stage, plan } = await prepare(nodes, choice);
      await applyPlan(plan, stage, recorderOf(journal, onEvent, signal));
      await journal.write({ line: 'deploy', number: 1, at: '', caller: 'me', outcome: 'done', tags: [] });
    },
  };
}

const recorderOf = (journal: Journal, onEvent: Listener, signal: AbortSignal) => ({
  journal,
  onEvent,
  signal,
  begun: 0,
});

function contextOf(): ReconcileContext {
  return {
    scope,
    clients: createClients({ env: {} }),
    tags: OWN,
    ownTags: (tags) => tags,
    once: (_, read) => read(),
    zip: async () => new Uint8Array(),
    signal: new AbortController().signal,
  };
}
