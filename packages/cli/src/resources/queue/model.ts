import type { Value } from '../value.ts';

export interface QueueModel {
  readonly physicalName: string;
  readonly fifo: boolean;
  /** Seconds. */
  readonly visibility: number;
  readonly deadLetter?: { readonly arn: Value; readonly maxReceives: number } | undefined;
  /** Seconds a message is kept; AWS's own 4 days without. Failure queues keep 14 days. */
  readonly retention?: number | undefined;
}
