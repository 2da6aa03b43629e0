import { randomUUID } from 'node:crypto';
import { SqsError } from '../error.ts';
import { isHidden } from '../queue/message.ts';
import type { Queue } from '../queue/queue.ts';
import type { Operation } from './operation.ts';

interface MoveInput {
  readonly SourceArn: string;
  /** Default the queue that each message came from. */
  readonly DestinationArn?: string;
}

const notFound = (message: string) => new SqsError('ResourceNotFoundException', message);

/**
 * Moves what is visible in a dead letter queue, all at once, however slow it was asked for. A moved message is a new one.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html
 */
export const startMessageMoveTask: Operation = ({ store, now }, { SourceArn, DestinationArn }: MoveInput) => {
  const source = store.byArn(SourceArn);
  if (!source) throw notFound("The resource that you specified for the SourceArn parameter doesn't exist.");
  if (!store.list().some((one) => one.redrivePolicy?.deadLetterTargetArn === SourceArn))
    throw new SqsError(
      'InvalidParameterValueException',
      'Source queue must be configured as a Dead Letter Queue.',
    );
  if (DestinationArn !== undefined && !store.byArn(DestinationArn))
    throw notFound("The resource that you specified for the DestinationArn parameter doesn't exist.");
  let moved = 0;
  for (const message of source.messages()) {
    const target = store.byArn(DestinationArn ?? message.deadLetterSource ?? '');
    if (isHidden(message, now) || !target) continue;
    const { body, attributes, traceHeader, senderId, after, groupId } = message;
    const deduplicationId = target.isFifo ? randomUUID() : undefined;
    target.send({ body, attributes, traceHeader, senderId, after, groupId, deduplicationId });
    source.remove([message.id]);
    moved++;
  }
  remember(source, { SourceArn, DestinationArn, StartedTimestamp: now, moved });
  return { TaskHandle: Buffer.from(JSON.stringify([randomUUID(), SourceArn])).toString('base64') };
};

export const listMessageMoveTasks: Operation = (
  { store },
  { SourceArn, MaxResults = 1 }: { readonly SourceArn: string; readonly MaxResults?: number },
) => {
  const source = store.byArn(SourceArn);
  if (!source) throw notFound("The resource that you specified for the SourceArn parameter doesn't exist.");
  const results = (tasks.get(source) ?? []).slice(0, MaxResults).map(({ moved, ...task }) => ({
    ...task,
    Status: 'COMPLETED',
    ApproximateNumberOfMessagesMoved: moved,
    ApproximateNumberOfMessagesToMove: moved,
  }));
  return { Results: results };
};

/** None runs any more when its start has been answered. */
export const cancelMessageMoveTask: Operation = () => {
  throw notFound('Only active tasks can be cancelled.');
};

interface MoveTask extends MoveInput {
  readonly StartedTimestamp: number;
  readonly moved: number;
}

/** The last ten of each queue, the latest first; gone with the session. */
const tasks = new WeakMap<Queue, readonly MoveTask[]>();

function remember(source: Queue, task: MoveTask): void {
  tasks.set(source, [task, ...(tasks.get(source) ?? [])].slice(0, 10));
}
