import { createHash, randomUUID } from 'node:crypto';
import type { App } from '../app.ts';
import type { LambdaContext } from '../context.ts';
import type { RawSqsAttribute, RawSqsRecord } from '../events/sqs-message.ts';
import type { Queue } from '../resources/queue.ts';
import { type BatchOutcome, batchOutcome } from './batch-outcome.ts';
import { findHandler, type HandlerOrName } from './find-handler.ts';
import { asText, REGION, targetArn, testArn } from './origin.ts';

/** A message as a test says it. */
export interface SqsInput {
  /** Text, or a value that is sent as JSON. */
  readonly body: unknown;
  readonly messageId?: string | undefined;
  readonly messageAttributes?: Readonly<Record<string, RawSqsAttribute>> | undefined;
  /** Of a FIFO queue. */
  readonly groupId?: string | undefined;
  /** How often it has been received; default 1. */
  readonly receiveCount?: number | undefined;
}

/** Sends to the handler of a queue. The mapping's filters are not applied: they stand before the function. */
export interface SqsClient {
  /** One message. */
  send(body: unknown, more?: Omit<SqsInput, 'body'>): Promise<BatchOutcome<RawSqsRecord>>;
  /** One batch. */
  sendBatch(messages: readonly SqsInput[]): Promise<BatchOutcome<RawSqsRecord>>;
}

/**
 * The event of a batch of messages.
 * @param queueArn One that ends in `.fifo` is that of a FIFO queue.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
 */
export function sqsEvent(
  messages: readonly SqsInput[],
  queueArn: string = testArn('sqs', 'test'),
): { readonly Records: readonly RawSqsRecord[] } {
  const fifo = queueArn.endsWith('.fifo');
  return { Records: messages.map((message, index) => record(message, queueArn, fifo ? index : undefined)) };
}

function record(message: SqsInput, queueArn: string, fifoIndex: number | undefined): RawSqsRecord & object {
  const body = asText(message.body);
  const now = String(Date.now());
  const md5OfBody = createHash('md5').update(body).digest('hex');
  return {
    messageId: message.messageId ?? randomUUID(),
    receiptHandle: `receipt-${randomUUID()}`,
    body,
    attributes: {
      ApproximateReceiveCount: String(message.receiveCount ?? 1),
      SentTimestamp: now,
      SenderId: 'AIDAEXAMPLE',
      ApproximateFirstReceiveTimestamp: now,
      ...(fifoIndex !== undefined && {
        MessageGroupId: message.groupId ?? 'test',
        MessageDeduplicationId: md5OfBody,
        SequenceNumber: String(18849496460467696128n + BigInt(fifoIndex)),
      }),
    },
    messageAttributes: message.messageAttributes ?? {},
    ...{ md5OfBody, eventSource: 'aws:sqs', awsRegion: REGION },
    eventSourceARN: queueArn,
  };
}

/** The test client's part for queues. */
export function sqsClient(app: App, handler: HandlerOrName, context: () => LambdaContext): SqsClient {
  const { declaration, lambda } = findHandler(app, 'sqs', handler);
  const arn = queueArnOf(declaration.target);
  const sendBatch = async (messages: readonly SqsInput[]) => {
    const event = sqsEvent(messages, arn);
    return batchOutcome(await lambda(event, context()), event.Records, (each) => each.messageId);
  };
  return { sendBatch, send: (body, more) => sendBatch([{ ...more, body }]) };
}

function queueArnOf(queue: Queue | string): string {
  const arn = targetArn('sqs', queue);
  const fifo = typeof queue !== 'string' && queue.declared.options?.fifo === true;
  return fifo && !arn.endsWith('.fifo') ? `${arn}.fifo` : arn;
}
