import { missing, noSuchQueue, SqsError } from '../error.ts';
import { isHidden, isInFlight } from '../queue/message.ts';
import type { Queue } from '../queue/queue.ts';
import { type Attributes, settings } from '../queue-attributes.ts';
import type { OfQueue, Operation, SqsContext } from './operation.ts';
import { page } from './page.ts';

export const createQueue: Operation = (
  context,
  input: { readonly QueueName?: string; readonly Attributes?: Attributes; readonly tags?: Attributes },
) => {
  const { store, account } = context;
  const { QueueName: name, Attributes: attributes = {}, tags } = input;
  if (!name) throw missing('QueueName');
  const there = store.find(account, name);
  if (there && !store.isAs(there, attributes)) {
    const message = 'A queue already exists with the same name and a different value for an attribute.';
    throw new SqsError('QueueNameExists', message);
  }
  return { QueueUrl: urlOf(there ?? store.create({ account, name, attributes, tags }), context) };
};

export const deleteQueue: Operation = ({ store }, { QueueUrl }: OfQueue) => {
  store.delete(store.byUrl(QueueUrl));
  return {};
};

export const getQueueUrl: Operation = (
  context,
  input: { readonly QueueName?: string; readonly QueueOwnerAWSAccountId?: string },
) => {
  if (!input.QueueName) throw missing('QueueName');
  const queue = context.store.find(input.QueueOwnerAWSAccountId ?? context.account, input.QueueName);
  if (!queue) throw noSuchQueue();
  return { QueueUrl: urlOf(queue, context) };
};

export const listQueues: Operation = (
  context,
  input: { readonly QueueNamePrefix?: string; readonly MaxResults?: number; readonly NextToken?: string },
) => {
  const urls = context.store
    .list()
    .filter(({ definition }) => definition.name.startsWith(input.QueueNamePrefix ?? ''))
    .map((queue) => urlOf(queue, context));
  const { items, NextToken } = page(urls, input);
  return { ...(items.length > 0 && { QueueUrls: items }), NextToken };
};

export const listDeadLetterSourceQueues: Operation = (
  context,
  input: OfQueue & { readonly MaxResults?: number; readonly NextToken?: string },
) => {
  const { arn } = context.store.byUrl(input.QueueUrl);
  const urls = context.store
    .list()
    .filter((queue) => queue.redrivePolicy?.deadLetterTargetArn === arn)
    .map((queue) => urlOf(queue, context));
  const { items, NextToken } = page(urls, input);
  return { queueUrls: items, NextToken };
};

/** Done at once, so that none is ever in progress as SQS has it for a minute. */
export const purgeQueue: Operation = ({ store }, { QueueUrl }: OfQueue) => {
  const queue = store.byUrl(QueueUrl);
  queue.remove(queue.messages().map(({ id }) => id));
  return {};
};

export const getQueueAttributes: Operation = (
  { store, now },
  { QueueUrl, AttributeNames = [] }: OfQueue & { readonly AttributeNames?: readonly string[] },
) => {
  const all = { ...countsOf(store.byUrl(QueueUrl), now), ...described(store.byUrl(QueueUrl)) };
  for (const name of AttributeNames) {
    if (name !== 'All' && !KNOWN.has(name))
      throw new SqsError('InvalidAttributeName', `Unknown Attribute ${name}.`);
  }
  const asked = Object.entries(all).filter(
    ([name]) => AttributeNames.includes('All') || AttributeNames.includes(name),
  );
  return asked.length > 0 ? { Attributes: Object.fromEntries(asked) } : {};
};

export const setQueueAttributes: Operation = (
  { store },
  { QueueUrl, Attributes: change = {} }: OfQueue & { readonly Attributes?: Attributes },
) => {
  store.set(store.byUrl(QueueUrl), change);
  return {};
};

function described({ definition, isFifo }: Queue): Attributes {
  return {
    QueueArn: definition.arn,
    CreatedTimestamp: String(Math.floor(definition.created / 1000)),
    LastModifiedTimestamp: String(Math.floor(definition.modified / 1000)),
    ...settings(definition.attributes, isFifo),
  };
}

function countsOf(queue: Queue, now: number): Attributes {
  const messages = queue.messages();
  const hidden = messages.filter((one) => isHidden(one, now)).length;
  const inFlight = messages.filter((one) => isInFlight(one, now)).length;
  return {
    ApproximateNumberOfMessages: String(messages.length - hidden),
    ApproximateNumberOfMessagesNotVisible: String(inFlight),
    ApproximateNumberOfMessagesDelayed: String(hidden - inFlight),
  };
}

/** Names that may be asked for, whether or not the queue has a value. */
const KNOWN = new Set([
  ...['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesDelayed'],
  ...['ApproximateNumberOfMessagesNotVisible', 'CreatedTimestamp', 'LastModifiedTimestamp', 'QueueArn'],
  ...['KmsDataKeyReusePeriodSeconds', 'KmsMasterKeyId', 'Policy', 'RedriveAllowPolicy', 'RedrivePolicy'],
  ...Object.keys(settings({}, true)),
]);

function urlOf({ definition }: Queue, { origin }: SqsContext): string {
  return `${origin}/${definition.account}/${definition.name}`;
}
