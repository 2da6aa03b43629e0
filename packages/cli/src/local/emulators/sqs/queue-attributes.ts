import { invalidValue, SqsError } from './error.ts';
import { readRedrivePolicy } from './queue/redrive-policy.ts';

export type Attributes = Readonly<Record<string, string>>;

/** Least, most and default. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html */
const NUMBERS: Readonly<Record<string, readonly [least: number, most: number, standard: number]>> = {
  DelaySeconds: [0, 900, 0],
  KmsDataKeyReusePeriodSeconds: [60, 86_400, 300],
  MaximumMessageSize: [1024, 1_048_576, 1_048_576],
  MessageRetentionPeriod: [60, 1_209_600, 345_600],
  ReceiveMessageWaitTimeSeconds: [0, 20, 0],
  VisibilityTimeout: [0, 43_200, 30],
};

/** Attributes that are kept as text, with the values that they take where those are few. */
const TEXTS: Readonly<Record<string, readonly string[] | undefined>> = {
  KmsMasterKeyId: undefined,
  Policy: undefined,
  RedriveAllowPolicy: undefined,
  RedrivePolicy: undefined,
  SqsManagedSseEnabled: ['true', 'false'],
};

const FIFO_TEXTS: typeof TEXTS = {
  ContentBasedDeduplication: ['true', 'false'],
  DeduplicationScope: ['messageGroup', 'queue'],
  FifoQueue: ['true'],
  FifoThroughputLimit: ['perQueue', 'perMessageGroupId'],
};

/** What a FIFO queue has without a word. */
const FIFO_DEFAULTS: Attributes = {
  FifoQueue: 'true',
  ContentBasedDeduplication: 'false',
  DeduplicationScope: 'queue',
  FifoThroughputLimit: 'perQueue',
};

export function numberOf(attributes: Attributes, name: string): number {
  return Number(attributes[name] ?? NUMBERS[name]?.[2]);
}

/** All that can be set, with AWS's defaults where nothing was. */
export function settings(attributes: Attributes, fifo: boolean): Attributes {
  const { KmsDataKeyReusePeriodSeconds: _, ...numbers } = NUMBERS;
  return {
    ...Object.fromEntries(Object.entries(numbers).map(([name, [, , standard]]) => [name, String(standard)])),
    SqsManagedSseEnabled: 'KmsMasterKeyId' in attributes ? 'false' : 'true',
    ...(fifo && FIFO_DEFAULTS),
    ...attributes,
  };
}

/**
 * Attributes as they stand after a change. Nothing in the place of a policy takes it away.
 *
 * @param deadLetters whether the queue of an ARN is there.
 * @throws SqsError InvalidAttributeName, InvalidAttributeValue, InvalidParameterValueException
 */
export function changed(
  before: Attributes,
  change: Attributes,
  fifo: boolean,
  deadLetters: (arn: string) => boolean,
): Attributes {
  for (const [name, value] of Object.entries(change)) check(name, value, fifo);
  if (change.RedrivePolicy) checkRedrive(change.RedrivePolicy, fifo, deadLetters);
  const after = Object.entries({ ...before, ...change });
  return Object.fromEntries(after.filter(([, value]) => value !== ''));
}

function check(name: string, value: string, fifo: boolean): void {
  const range = NUMBERS[name];
  const known = fifo ? { ...TEXTS, ...FIFO_TEXTS } : TEXTS;
  if (!range && !(name in known)) throw new SqsError('InvalidAttributeName', `Unknown Attribute ${name}.`);
  const [least, most] = range ?? [0, 0];
  const isRight = range
    ? /^\d+$/.test(value) && Number(value) >= least && Number(value) <= most
    : (known[name]?.includes(value) ?? true);
  if (!isRight) throw new SqsError('InvalidAttributeValue', `Invalid value for the parameter ${name}.`);
}

function checkRedrive(text: string, fifo: boolean, deadLetters: (arn: string) => boolean): void {
  const policy = readRedrivePolicy(text);
  const wrong = (reason: string) => invalidValue(text, 'RedrivePolicy', reason);
  if (!policy) throw wrong('Redrive policy is not a valid JSON map.');
  const { deadLetterTargetArn, maxReceiveCount } = policy;
  if (!(maxReceiveCount >= 1 && maxReceiveCount <= 1000))
    throw wrong('Invalid value for maxReceiveCount, it must be between 1 and 1000.');
  if (!deadLetters(deadLetterTargetArn)) throw wrong('Dead letter target does not exist.');
  if (deadLetterTargetArn.endsWith('.fifo') !== fifo)
    throw wrong('Dead-letter queue must be same type of queue as the source.');
}
