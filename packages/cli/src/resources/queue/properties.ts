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

/** What a queue is set to. Nothing in the place of a policy takes it away. */
export function queueAttributes(model: Known<QueueModel>): Record<string, string> {
  const { visibility, retention = AWS_RETENTION, deadLetter } = model;
  return {
    VisibilityTimeout: String(visibility),
    MessageRetentionPeriod: String(retention),
    RedrivePolicy: deadLetter
      ? JSON.stringify({ deadLetterTargetArn: deadLetter.arn, maxReceiveCount: deadLetter.maxReceives })
      : '',
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
