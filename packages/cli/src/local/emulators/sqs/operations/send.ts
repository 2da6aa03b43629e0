import { invalidValue, missing, SqsError } from '../error.ts';
import { md5OfAttributes, md5OfText } from '../md5.ts';
import type { Queue } from '../queue/queue.ts';
import { type BatchEntry, runBatch } from './batch.ts';
import { checkAttributes, type MessageAttributes, sizeOfAttributes } from './message-attributes.ts';
import type { OfQueue, Operation, SqsContext } from './operation.ts';

/** Bytes of all messages of a batch together. */
const LARGEST_BATCH = 1_048_576;
/** What XML takes: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

interface MessageInput {
  readonly MessageBody?: string;
  readonly DelaySeconds?: number;
  readonly MessageAttributes?: MessageAttributes;
  readonly MessageSystemAttributes?: MessageAttributes;
  readonly MessageGroupId?: string;
  readonly MessageDeduplicationId?: string;
}

export const sendMessage: Operation = (context, input: OfQueue & MessageInput) =>
  send(context.store.byUrl(input.QueueUrl), context, input);

export const sendMessageBatch: Operation = (
  context,
  input: OfQueue & { readonly Entries?: readonly (MessageInput & BatchEntry)[] },
) => {
  const queue = context.store.byUrl(input.QueueUrl);
  const total = (input.Entries ?? []).reduce((sum, entry) => sum + sizeOf(entry), 0);
  if (total > LARGEST_BATCH) {
    const message = `Batch requests cannot be longer than ${LARGEST_BATCH} bytes. You have sent ${total} bytes.`;
    throw new SqsError('BatchRequestTooLong', message);
  }
  return runBatch(input.Entries, 'SendMessageBatchRequestEntry', (entry) => send(queue, context, entry));
};

function send(queue: Queue, { senderId, after }: SqsContext, input: MessageInput): object {
  check(queue, input);
  const { MessageBody: body = '', MessageAttributes: attributes = {}, MessageSystemAttributes } = input;
  const { id, sequence } = queue.send({
    body,
    attributes,
    senderId,
    after,
    traceHeader: MessageSystemAttributes?.AWSTraceHeader?.StringValue,
    groupId: input.MessageGroupId,
    deduplicationId: input.MessageDeduplicationId,
    delay: input.DelaySeconds,
  });
  return {
    MessageId: id,
    MD5OfMessageBody: md5OfText(body),
    MD5OfMessageAttributes: md5OfAttributes(attributes),
    MD5OfMessageSystemAttributes: md5OfAttributes(MessageSystemAttributes ?? {}),
    SequenceNumber: sequence,
  };
}

function check(queue: Queue, input: MessageInput): void {
  const { MessageBody: body, DelaySeconds: delay, MessageDeduplicationId, MessageGroupId } = input;
  if (!body) throw missing('MessageBody');
  if (FORBIDDEN.test(body)) {
    const message =
      'Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF';
    throw new SqsError('InvalidMessageContents', message);
  }
  checkAttributes(input.MessageAttributes ?? {});
  for (const name of Object.keys(input.MessageSystemAttributes ?? {})) {
    if (name !== 'AWSTraceHeader')
      throw invalidValue(name, 'MessageSystemAttributes', 'Only AWSTraceHeader is supported.');
  }
  const largest = queue.number('MaximumMessageSize');
  if (sizeOf(input) > largest) {
    const message = `One or more parameters are invalid. Reason: Message must be shorter than ${largest} bytes.`;
    throw new SqsError('InvalidParameterValueException', message);
  }
  if (delay !== undefined && !(delay >= 0 && delay <= 900))
    throw invalidValue(delay, 'DelaySeconds', 'DelaySeconds must be >= 0 and <= 900.');
  const wrongKind = 'The request include parameter that is not valid for this queue type';
  if (queue.isFifo && delay) throw invalidValue(delay, 'DelaySeconds', wrongKind);
  if (!queue.isFifo && MessageDeduplicationId !== undefined)
    throw invalidValue(MessageDeduplicationId, 'MessageDeduplicationId', wrongKind);
  checkId('MessageDeduplicationId', MessageDeduplicationId);
  checkId('MessageGroupId', MessageGroupId);
}

function checkId(parameter: string, id: string | undefined): void {
  if (id === undefined || /^[\x21-\x7e]{1,128}$/.test(id)) return;
  const reason = `${parameter} can only include alphanumeric and punctuation characters. 1 to 128 in length.`;
  throw invalidValue(id, parameter, reason);
}

function sizeOf({ MessageBody = '', MessageAttributes = {} }: MessageInput): number {
  return Buffer.byteLength(MessageBody) + sizeOfAttributes(MessageAttributes);
}
