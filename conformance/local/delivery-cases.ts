import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import {
  CreateStreamCommand,
  KinesisClient,
  PutRecordCommand,
  PutRecordsCommand,
  waitUntilStreamExists,
} from '@aws-sdk/client-kinesis';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Engine } from '../engines/engine.ts';

/** A source, an option of it, and what the handler is to get. */
export interface DeliveryCase {
  readonly does: string;
  /** The page that says so. */
  readonly page: string;
  /** The first word of the journal's lines that tell of it. */
  readonly journal: string;
  readonly send: (engine: Engine) => Promise<unknown>;
  /** What is sent once the app has been deployed again, with the handlers that came later. */
  readonly sendLater?: (engine: Engine) => Promise<unknown>;
  /** The rest of those lines, in any order unless it is `ordered`. */
  readonly gives: readonly string[];
  readonly ordered?: boolean;
  /** How often one is tried depends on the batch that it came in. */
  readonly unique?: boolean;
}

const LAMBDA = 'https://docs.aws.amazon.com/lambda/latest/dg';
const ACCOUNT = '000000000000';

const toQueue =
  (name: string, ...bodies: readonly string[]) =>
  ({ client, endpoint }: Engine) =>
    new SQSClient(client).send(
      new SendMessageBatchCommand({
        QueueUrl: `${endpoint}/${ACCOUNT}/table-local-${name}`,
        Entries: bodies.map((MessageBody, index) => ({
          Id: `${index}`,
          MessageBody,
          ...(name.endsWith('.fifo') && { MessageGroupId: 'a', MessageDeduplicationId: MessageBody }),
        })),
      }),
    );

async function putItems({ client }: Engine): Promise<void> {
  const database = new DynamoDBClient(client);
  const put = (id: string, more = {}) =>
    database.send(new PutItemCommand({ TableName: 'table-local-Items', Item: { id: { S: id }, ...more } }));
  await put('first');
  await put('first', { changed: { BOOL: true } });
  await put('late');
  await put('bad');
}

function putClicks({ client }: Engine): Promise<unknown> {
  const Records = ['a', 'b', 'bad', 'c'].map((text) => ({ Data: Buffer.from(text), PartitionKey: 'a' }));
  return new KinesisClient(client).send(new PutRecordsCommand({ StreamName: 'table-local-Clicks', Records }));
}

const there = 'there';

async function makeStream({ client }: Engine): Promise<void> {
  const streams = new KinesisClient(client);
  await streams.send(new CreateStreamCommand({ StreamName: there, ShardCount: 1 }));
  await waitUntilStreamExists({ client: streams, maxWaitTime: 20 }, { StreamName: there });
}

const toStream =
  (text: string) =>
  ({ client }: Engine) =>
    new KinesisClient(client).send(
      new PutRecordCommand({ StreamName: there, Data: Buffer.from(text), PartitionKey: 'a' }),
    );

async function putObjects({ client }: Engine): Promise<void> {
  const storage = new S3Client({ ...client, forcePathStyle: true });
  const Bucket = `table-local-uploads-${ACCOUNT}-us-east-1`;
  for (const Key of ['in/a b.png', 'in/a.txt', 'out/a.png'])
    await storage.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }));
}

async function publish({ client }: Engine): Promise<void> {
  const topics = new SNSClient(client);
  const TopicArn = `arn:aws:sns:us-east-1:${ACCOUNT}:table-local-News`;
  for (const kind of ['a', 'b', 'd']) {
    const MessageAttributes = { kind: { DataType: 'String', StringValue: kind } };
    await topics.send(new PublishCommand({ TopicArn, Message: `of ${kind}`, MessageAttributes }));
  }
  await topics.send(new PublishCommand({ TopicArn, Message: 'of none' }));
}

function putEvents({ client }: Engine): Promise<unknown> {
  const details = [{ total: 10 }, { total: 11 }, { total: 20 }, { total: 21 }, { total: 15, kind: 'x' }];
  const Entries = details.map((detail) => ({
    Source: 'table',
    DetailType: 'Fact',
    Detail: JSON.stringify(detail),
  }));
  return new EventBridgeClient(client).send(new PutEventsCommand({ Entries }));
}

const nothing = async () => {};

export const DELIVERY_CASES: readonly DeliveryCase[] = [
  {
    does: 'SQS, batch size and window: all that comes within the window is one call',
    page: `${LAMBDA}/services-sqs-configure.html`,
    journal: 'batch',
    send: toQueue('Batches', '1', '2', '3'),
    gives: ['1+2+3 done'],
  },
  {
    does: 'SQS, filter: what does not fit never comes',
    page: `${LAMBDA}/with-sqs-filtering.html`,
    journal: 'filter',
    send: toQueue('Filtered', '{"kind":"a1"}', '{"kind":"b"}', '{"kind":"a2"}'),
    gives: ['a1 done', 'a2 done'],
  },
  {
    does: 'SQS, reported failures and redrive: only what failed comes again, until it was received too often',
    page: `${LAMBDA}/services-sqs-errorhandling.html`,
    journal: 'job',
    send: toQueue('Jobs', 'one', 'bad', 'late', 'two'),
    gives: ['one done', 'two done', 'late failed', 'late done', 'bad failed', 'bad failed'],
  },
  {
    does: 'SQS, a batch that returns what failed',
    page: `${LAMBDA}/services-sqs-errorhandling.html`,
    journal: 'give',
    send: toQueue('Returned', 'again', 'fine'),
    gives: ['again 1', 'again 2', 'fine 1'],
  },
  {
    does: 'SQS FIFO, a failure: nothing of its group is handled before it',
    page: `${LAMBDA}/services-sqs-errorhandling.html`,
    journal: 'order',
    send: toQueue('Orders.fifo', '1', 'late', '3'),
    gives: ['1 done', 'late failed', 'late done', '3 done'],
    ordered: true,
  },
  {
    does: 'DynamoDB, filter and retries: inserts alone, in their order',
    page: `${LAMBDA}/services-dynamodb-errors.html`,
    journal: 'item',
    send: putItems,
    gives: ['first done', 'late failed', 'late done', 'bad failed'],
    ordered: true,
    unique: true,
  },
  {
    does: 'DynamoDB, on-failure destination: what was tried too often is told there',
    page: `${LAMBDA}/services-dynamodb-errors.html`,
    journal: 'failures-item',
    send: nothing,
    gives: ['RetryAttemptsExhausted 2'],
  },
  {
    does: 'Kinesis, bisect: a batch that fails is halved until what fails stands alone',
    page: `${LAMBDA}/kinesis-on-failure-destination.html`,
    journal: 'click',
    send: putClicks,
    gives: ['a+b+bad+c failed', 'a+b done', 'bad+c failed', 'bad failed', 'bad failed', 'c done'],
    ordered: true,
  },
  {
    does: 'Kinesis, on-failure destination: what was tried too often is told there',
    page: `${LAMBDA}/kinesis-on-failure-destination.html`,
    journal: 'failures-click',
    send: nothing,
    gives: ['RetryAttemptsExhausted 2'],
  },
  {
    does: 'Kinesis, starting position TRIM_HORIZON: what was in the stream before its handler comes, too',
    page: `${LAMBDA}/services-kinesis-create.html`,
    journal: 'oldest',
    send: async (engine) => {
      await makeStream(engine);
      await toStream('before')(engine);
    },
    sendLater: toStream('after'),
    gives: ['before done', 'after done'],
    ordered: true,
  },
  {
    does: 'Kinesis, starting position LATEST: only what is put in after it comes',
    page: `${LAMBDA}/services-kinesis-create.html`,
    journal: 'newest',
    send: nothing,
    gives: ['after done'],
  },
  {
    does: 'S3, prefix and suffix: both must fit',
    page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html',
    journal: 'upload',
    send: putObjects,
    gives: ['in/a b.png done'],
  },
  {
    does: 'SNS, filter policy: what does not fit, or has no such attribute, never comes',
    page: 'https://docs.aws.amazon.com/sns/latest/dg/string-value-matching.html',
    journal: 'headline',
    send: publish,
    gives: ['of a done', 'of d done'],
  },
  {
    does: 'SNS, raw delivery to a queue: the message is the body',
    page: 'https://docs.aws.amazon.com/sns/latest/dg/sns-large-payload-raw-message-delivery.html',
    journal: 'letter',
    send: nothing,
    gives: ['of a done', 'of b done', 'of d done', 'of none done'],
  },
  {
    does: 'EventBridge, pattern: numbers in a range, and a field that must not be there',
    page: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html',
    journal: 'fact',
    send: putEvents,
    gives: ['11 done', '20 done'],
  },
];
