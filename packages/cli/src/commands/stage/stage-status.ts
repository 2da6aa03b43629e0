import type { StageView } from '../../plan/look-at-stage.ts';
import type { Sight } from '../../plan/sight.ts';
import type { Property } from '../../resources/reconciler.ts';
import { identityOf } from '../../state/identity.ts';

/** What there is of a stage, as `tankard status` tells it. */
export interface StageStatus {
  /** The last deploy that is recorded on this machine. */
  readonly deploy?:
    | { readonly number: number; readonly at: string; readonly caller: string; readonly ended: boolean }
    | undefined;
  readonly functions: readonly FunctionStatus[];
  /** How many resources of the app are in AWS. */
  readonly there: number;
  /** Ids of those that are not. */
  readonly missing: readonly string[];
  /** Ids of what a deploy began and did not end. */
  readonly unfinished: readonly string[];
  /** Ids of what an earlier deploy made and the app wants no more. */
  readonly unwanted: readonly string[];
  readonly outputs: readonly { readonly name: string; readonly value: string }[];
}

export interface FunctionStatus {
  readonly name: string;
  readonly there: boolean;
  readonly runtime?: Property | undefined;
  /** MB. */
  readonly memory?: Property | undefined;
  /** Seconds. */
  readonly timeout?: Property | undefined;
}

/** Sums up what was seen of a stage. */
export function stageStatus({ sights, recorded, outputs }: StageView): StageStatus {
  const wanted = new Set(sights.map(({ node, key }) => identityOf(node.kind, key)));
  const known = [...(recorded?.resources.entries() ?? [])];
  const last = recorded?.deploy;
  return {
    deploy: last && { number: last.number, at: last.at, caller: last.caller, ended: last.outcome === 'done' },
    functions: sights.filter(({ node }) => node.kind === 'function').map(functionStatus),
    there: sights.filter(({ observed }) => observed).length,
    missing: sights.filter(({ observed }) => !observed).map(({ node }) => node.id),
    unfinished: known.filter(([, { made }]) => !made).map(([, { id }]) => id),
    unwanted: known.filter(([identity]) => !wanted.has(identity)).map(([, { id }]) => id),
    outputs: outputs.map(({ name, value }) => ({ name, value })),
  };
}

function functionStatus({ node, observed }: Sight): FunctionStatus {
  const { runtime, memory, timeout } = observed?.properties ?? {};
  return { name: node.name, there: observed !== undefined, runtime, memory, timeout };
}
