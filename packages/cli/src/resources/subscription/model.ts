import type { Value } from '../value.ts';

/** A topic calls a function or feeds a queue. */
export interface SubscriptionModel {
  readonly topicArn: Value;
  readonly protocol: 'lambda' | 'sqs';
  readonly endpoint: Value;
  readonly filter?: Value | undefined;
  readonly filterScope?: 'attributes' | 'body' | undefined;
  readonly raw?: boolean | undefined;
}
