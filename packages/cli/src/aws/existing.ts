import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { DescribeEventBusCommand } from '@aws-sdk/client-eventbridge';
import { DescribeStreamSummaryCommand } from '@aws-sdk/client-kinesis';
import { HeadBucketCommand } from '@aws-sdk/client-s3';
import { GetTopicAttributesCommand } from '@aws-sdk/client-sns';
import { GetQueueAttributesCommand, GetQueueUrlCommand } from '@aws-sdk/client-sqs';
import type { Clients } from './clients.ts';
import { errorName, unlessAbsent } from './error-name.ts';

/** What an app may listen to without having made it. */
export type ExistingKind = 'table' | 'queue' | 'topic' | 'stream' | 'bucket' | 'bus';

/** What AWS says of something that the app did not make. */
export interface ExistingFacts {
  readonly there: boolean;
  /** Of a table whose stream is on. */
  readonly streamArn?: string | undefined;
  /** Of a queue, in seconds. */
  readonly visibility?: number | undefined;
}

/** The status of what the caller may not see. */
const FORBIDDEN = 403;

/**
 * Looks at something that is there already. Only reads.
 *
 * @param address an ARN; of a bucket its name; of a table or an event bus either.
 * @returns nothing where the caller may not look: what it is then comes out when it is used.
 */
export async function readExisting(
  kind: ExistingKind,
  address: string,
  clients: Clients,
): Promise<ExistingFacts | undefined> {
  try {
    return (await unlessAbsent(READERS[kind](address, clients))) ?? { there: false };
  } catch (error) {
    if (isForbidden(error)) return undefined;
    throw error;
  }
}

/** What IAM calls the calls of each. */
export const READER_ACTIONS: Readonly<Record<ExistingKind, readonly string[]>> = {
  table: ['dynamodb:DescribeTable'],
  queue: ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl'],
  topic: ['sns:GetTopicAttributes'],
  stream: ['kinesis:DescribeStreamSummary'],
  bucket: ['s3:ListBucket'],
  bus: ['events:DescribeEventBus'],
};

type Reader = (address: string, clients: Clients) => Promise<ExistingFacts>;

const READERS: Readonly<Record<ExistingKind, Reader>> = {
  table: async (TableName, clients) => {
    const { Table } = await (await clients.dynamodb()).send(new DescribeTableCommand({ TableName }));
    // The last stream is told of for a day after it was switched off.
    const on = Table?.StreamSpecification?.StreamEnabled === true;
    return { there: true, streamArn: on ? Table.LatestStreamArn : undefined };
  },
  queue: async (arn, clients) => {
    const sqs = await clients.sqs();
    const [QueueName, QueueOwnerAWSAccountId] = arn.split(':').toReversed();
    const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName, QueueOwnerAWSAccountId }));
    const read = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['VisibilityTimeout'] });
    return { there: true, visibility: Number((await sqs.send(read)).Attributes?.VisibilityTimeout) };
  },
  topic: async (TopicArn, clients) => {
    await (await clients.sns()).send(new GetTopicAttributesCommand({ TopicArn }));
    return { there: true };
  },
  stream: async (StreamARN, clients) => {
    await (await clients.kinesis()).send(new DescribeStreamSummaryCommand({ StreamARN }));
    return { there: true };
  },
  bucket: async (Bucket, clients) => {
    await (await clients.s3()).send(new HeadBucketCommand({ Bucket }));
    return { there: true };
  },
  bus: async (Name, clients) => {
    await (await clients.eventBridge()).send(new DescribeEventBusCommand({ Name }));
    return { there: true };
  },
};

/** JSON services answer 400 to what is forbidden, the others 403. */
function isForbidden(error: unknown): boolean {
  if (/AccessDenied|NotAuthorized|AuthorizationError/.test(errorName(error))) return true;
  const { $metadata } = error as { readonly $metadata?: { readonly httpStatusCode?: number } };
  return $metadata?.httpStatusCode === FORBIDDEN;
}
