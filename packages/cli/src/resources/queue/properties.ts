import type { Known } from '../known.ts';
import type { Properties } from '../reconciler.ts';
import type { QueueModel } from './model.ts';

/** Seconds: 4 days, what AWS takes without a word. */
const AWS_RETENTION = 4 * 24 * 60 * 60;

type Attributes = Readonly<Record<string, string>>;

/** A queue as it should be, with AWS's defaults filled in. */
export function wantedQueue({
  fifo,
  visibility,
  retention = AWS_RETENTION,
  deadLetter,
}: Known<QueueModel>): Properties {
  return {
    fifo,
    visibility,
    retention,
    deadLetter: deadLetter && { arn: String(deadLetter.arn), maxReceives: deadLetter.maxReceives },
  };
}

/** A queue as SQS describes it, in the same form. */
export function observedQueue({
  FifoQueue,
  VisibilityTimeout,
  MessageRetentionPeriod,
  RedrivePolicy,
}: Attributes): Properties {
  return {
    fifo: FifoQueue === 'true',
    visibility: Number(VisibilityTimeout),
    retention: Number(MessageRetentionPeriod),
    deadLetter: deadLetterOf(RedrivePolicy),
  };
}

/**
 * What a queue is made with, or set to. Nothing in the place of a policy takes it away; a new queue
 * refuses that.
 *
 * @param changed what is set; without, what a new queue needs.
 */
export function queueAttributes(
  model: Known<QueueModel>,
  changed?: ReadonlySet<string>,
): Record<string, string> {
  const { fifo, visibility, retention = AWS_RETENTION, deadLetter } = model;
  const redrive = deadLetter
    ? JSON.stringify({ deadLetterTargetArn: deadLetter.arn, maxReceiveCount: deadLetter.maxReceives })
    : '';
  const isSet = (name: string, isNeeded = true): boolean => changed?.has(name) ?? isNeeded;
  return {
    // It can't be changed, and SQS does not take `false`.
    ...(!changed && fifo && { FifoQueue: 'true' }),
    ...(isSet('visibility') && { VisibilityTimeout: String(visibility) }),
    ...(isSet('retention') && { MessageRetentionPeriod: String(retention) }),
    ...(isSet('deadLetter', redrive !== '') && { RedrivePolicy: redrive }),
  };
}

function deadLetterOf(policy: string | undefined): Properties[string] {
  if (!policy) return undefined;
  const { deadLetterTargetArn: arn, maxReceiveCount } = JSON.parse(policy) as Readonly<
    Record<string, string | number>
  >;
  // Written by others it may be text.
  return { arn, maxReceives: Number(maxReceiveCount) };
}
