import type { Ref, Value } from '../value.ts';

/** Lets topics send to a queue. */
export interface QueuePolicyModel {
  readonly queue: Ref;
  readonly queueArn: Value;
  readonly topics: readonly Value[];
}
