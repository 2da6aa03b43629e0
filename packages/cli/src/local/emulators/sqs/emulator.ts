import type { AwsRequest, AwsResponse } from '../../endpoint/message.ts';
import type { Delivered } from '../../targets/targets.ts';
import type { Emulator, EmulatorContext } from '../emulator.ts';
import { SqsError, sqsRefusal } from './error.ts';
import * as inFlight from './operations/in-flight.ts';
import * as moves from './operations/move-tasks.ts';
import type { Operation } from './operations/operation.ts';
import * as queues from './operations/queues.ts';
import { receiveMessage } from './operations/receive.ts';
import { sendMessage, sendMessageBatch } from './operations/send.ts';
import * as tags from './operations/tags.ts';
import type { Queue } from './queue/queue.ts';
import type { Attributes } from './queue-attributes.ts';
import { QueueStore } from './queue-store.ts';

/** SQS on files, with the operations listed here; policies and keys are kept and not enforced. */
export interface SqsEmulator extends Emulator {
  /** Makes a queue, or gives the one of the ARN the attributes that are named. */
  ensure(arn: string, attributes: Attributes): void;
  queue(arn: string): Queue | undefined;
  /** Calls `listener` with the ARN of a queue whenever there may be something to receive. */
  onAvailable(listener: (arn: string) => void): void;
}

const OPERATIONS: Readonly<Record<string, Operation>> = {
  CancelMessageMoveTask: moves.cancelMessageMoveTask,
  ChangeMessageVisibility: inFlight.changeMessageVisibility,
  ChangeMessageVisibilityBatch: inFlight.changeMessageVisibilityBatch,
  CreateQueue: queues.createQueue,
  DeleteMessage: inFlight.deleteMessage,
  DeleteMessageBatch: inFlight.deleteMessageBatch,
  DeleteQueue: queues.deleteQueue,
  GetQueueAttributes: queues.getQueueAttributes,
  GetQueueUrl: queues.getQueueUrl,
  ListDeadLetterSourceQueues: queues.listDeadLetterSourceQueues,
  ListMessageMoveTasks: moves.listMessageMoveTasks,
  ListQueueTags: tags.listQueueTags,
  ListQueues: queues.listQueues,
  PurgeQueue: queues.purgeQueue,
  ReceiveMessage: receiveMessage,
  SendMessage: sendMessage,
  SendMessageBatch: sendMessageBatch,
  SetQueueAttributes: queues.setQueueAttributes,
  StartMessageMoveTask: moves.startMessageMoveTask,
  TagQueue: tags.tagQueue,
  UntagQueue: tags.untagQueue,
};

export async function startSqs(context: EmulatorContext): Promise<SqsEmulator> {
  const { account, time, targets } = context;
  const listeners: ((arn: string) => void)[] = [];
  const store = new QueueStore(context, ({ arn }) => {
    for (const listener of listeners) listener(arn);
  });

  async function answer(request: AwsRequest): Promise<AwsResponse> {
    const name = request.headers['x-amz-target']?.split('.')[1] ?? '';
    const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
    if (!operation) throw notThere(request, name);
    const invocation = request.caller?.invocation;
    const output = await operation(
      {
        store,
        account,
        origin: `http://${request.headers.host}`,
        senderId: senderOf(request.caller?.function),
        after: invocation === undefined ? [] : [invocation],
        now: time.now(),
        gone: request.gone,
      },
      JSON.parse(request.body.toString() || '{}') as never,
    );
    const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': crypto.randomUUID() };
    return { status: 200, headers, body: JSON.stringify(output) };
  }

  targets.receive('sqs', async (arn, delivered) => {
    const queue = store.byArn(arn);
    if (!queue) throw new Error(`There is no queue ${arn}.`);
    queue.send(draftOf(delivered));
  });

  return {
    services: ['sqs'],
    handle: (request) =>
      answer(request).catch((error: unknown) => {
        if (error instanceof SqsError) return sqsRefusal(error);
        throw error;
      }),
    ensure(arn, attributes) {
      const queue = store.byArn(arn);
      if (queue && !store.isAs(queue, attributes)) store.set(queue, attributes);
      if (queue) return;
      const [owner = account, name = ''] = arn.split(':').slice(4);
      const isFifo = name.endsWith('.fifo');
      const all = isFifo ? { ...attributes, FifoQueue: 'true' } : attributes;
      store.create({ account: owner, name, arn, attributes: all });
    },
    queue: (arn) => store.byArn(arn),
    onAvailable: (listener) => void listeners.push(listener),
    close: async () => store.close(),
  };
}

/** Clients of before 2023 speak forms and XML, which this has not. */
function notThere({ headers, body }: AwsRequest, name: string): SqsError {
  const form = headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  const what = form
    ? `the query protocol of ${new URLSearchParams(body.toString()).get('Action')}: use a client from November 2023 or later`
    : `operation ${name}`;
  return new SqsError('UnsupportedOperation', `tankard local's SQS does not have ${what}.`);
}

/** The unique id of a role and its session, as AWS gives it for a function's; that of a user for calls from outside. */
function senderOf(functionName: string | undefined): string {
  return functionName === undefined ? 'AIDALOCAL' : `AROALOCAL:${functionName}`;
}

function draftOf({ body, cause, attributes = {}, groupId, deduplicationId }: Delivered) {
  const senderId = `AIDALOCAL:${cause.by}`;
  return { body, attributes, senderId, after: cause.after, groupId, deduplicationId };
}
