import type { Place, ResourceKind } from '@tankard/framework/manifest';
import type { Kind, Models } from '../resources/models.ts';
import type { Attribute, NodeId, Value } from '../resources/value.ts';

export type { Kind };

/** One AWS resource that the app wants. Refs inside `model` order nodes too; `dependsOn` holds what they don't show. */
export interface Node<K extends Kind = Kind> {
  readonly id: NodeId;
  readonly kind: K;
  /** What the user calls it: the handler's or the resource's name. */
  readonly name: string;
  readonly model: Models[K];
  readonly dependsOn: readonly NodeId[];
  readonly place?: Place | undefined;
}

/** Every resource of one app in one stage. */
export interface Graph {
  readonly app: string;
  readonly stage: string;
  readonly nodes: ReadonlyMap<NodeId, AnyNode>;
  /** What the user is asked for: the app's parameters, and the names of existing resources. */
  readonly parameters: readonly GraphParameter[];
  /** The configuration's, of everything that takes tags. */
  readonly tags: Readonly<Record<string, string>>;
  /** Shown after a deploy, and a template's Outputs. */
  readonly outputs: readonly GraphOutput[];
}

/** A node of any kind, as a union that narrows by `kind`. */
export type AnyNode = { [K in Kind]: Node<K> }[Kind];

export interface GraphParameter {
  readonly name: string;
  readonly value?: string | undefined;
  readonly description?: string | undefined;
  /** Set where it stands for what an existing resource is called: a deploy may look it up. */
  readonly existing?:
    | { readonly kind: ResourceKind; readonly text: string; readonly attribute: Attribute }
    | undefined;
}

export interface GraphOutput {
  readonly name: string;
  readonly description: string;
  readonly value: Value;
}
