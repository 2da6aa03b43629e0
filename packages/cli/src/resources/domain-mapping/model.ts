import type { NodeId, Ref, Value } from '../value.ts';

/** What stands below a path of a name: one stage of an API. */
export interface DomainMappingModel {
  readonly domainName: Value;
  readonly api: Ref;
  readonly stage: string;
  /** The node that makes the stage. */
  readonly stageOf: NodeId;
  /** `orders`; empty: the whole name. */
  readonly path: string;
  /** `https://api.example.com/orders`. */
  readonly url: string;
}
