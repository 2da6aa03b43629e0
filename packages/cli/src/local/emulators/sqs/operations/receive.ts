import { invalidValue, SqsError } from '../error.ts';
import { md5OfAttributes, md5OfText } from '../md5.ts';
import type { Received } from '../queue/message.ts';
import { systemAttributes } from '../system-attributes.ts';
import { askedFor } from './message-attributes.ts';
import type { OfQueue, Operation } from './operation.ts';

interface ReceiveInput extends OfQueue {
  readonly MaxNumberOfMessages?: number;
  readonly VisibilityTimeout?: number;
  readonly WaitTimeSeconds?: number;
  /** What MessageSystemAttributeNames was called before; SQS takes both. */
  readonly AttributeNames?: readonly string[];
  readonly MessageSystemAttributeNames?: readonly string[];
  readonly MessageAttributeNames?: readonly string[];
  readonly ReceiveRequestAttemptId?: string;
}

export const receiveMessage: Operation = async ({ store, gone }, input: ReceiveInput) => {
  const queue = store.byUrl(input.QueueUrl);
  const most = input.MaxNumberOfMessages ?? 1;
  const wait = input.WaitTimeSeconds ?? queue.number('ReceiveMessageWaitTimeSeconds');
  const visibility = input.VisibilityTimeout;
  if (!(most >= 1 && most <= 10))
    throw invalidValue(most, 'MaxNumberOfMessages', 'Must be between 1 and 10, if provided.');
  if (!(wait >= 0 && wait <= 20))
    throw invalidValue(wait, 'WaitTimeSeconds', 'Must be >= 0 and <= 20, if provided.');
  checkVisibility(visibility);
  if (input.ReceiveRequestAttemptId !== undefined) {
    const message = "tankard local's SQS has no ReceiveRequestAttemptId: a receive can't be repeated.";
    throw new SqsError('UnsupportedOperation', message);
  }
  const received = await queue.receiveWithin(wait, { most, visibility }, gone);
  return received.length === 0 ? {} : { Messages: received.map((one) => messageOf(one, input)) };
};

/** @throws SqsError InvalidParameterValueException */
export function checkVisibility(seconds: number | undefined): void {
  if (seconds !== undefined && !(seconds >= 0 && seconds <= 43_200))
    throw invalidValue(seconds, 'VisibilityTimeout', 'Must be between 0 and 43200.');
}

function messageOf({ message, handle }: Received, input: ReceiveInput): object {
  const asked = [...(input.AttributeNames ?? []), ...(input.MessageSystemAttributeNames ?? [])];
  const system = Object.entries(systemAttributes(message)).filter(
    ([name]) => asked.includes('All') || asked.includes(name),
  );
  const own = askedFor(message.attributes, input.MessageAttributeNames ?? []);
  return {
    MessageId: message.id,
    ReceiptHandle: handle,
    MD5OfBody: md5OfText(message.body),
    Body: message.body,
    ...(system.length > 0 && { Attributes: Object.fromEntries(system) }),
    ...(Object.keys(own).length > 0 && {
      MessageAttributes: own,
      MD5OfMessageAttributes: md5OfAttributes(own),
    }),
  };
}
