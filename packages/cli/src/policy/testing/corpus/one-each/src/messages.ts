import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { KinesisClient, PutRecordCommand } from '@aws-sdk/client-kinesis';
import { PublishBatchCommand, PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { SendMessageBatchCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { app, clicks, type Input, jobs, news, ranking, steps } from './service.ts';

const queues = new SQSClient();
const topics = new SNSClient();

/**
 * A message to a queue.
 *
 * - sqs:SendMessage on Jobs
 */
export const sendsMessage = app.lambda(({ text }: Input) =>
  queues.send(new SendMessageCommand({ QueueUrl: jobs.url, MessageBody: text })),
);

/**
 * A batch of messages to a FIFO queue needs the action of one.
 *
 * - sqs:SendMessage on Steps
 */
export const sendsSteps = app.lambda(({ id, text = '' }: Input) =>
  queues.send(
    new SendMessageBatchCommand({
      QueueUrl: steps.url,
      Entries: [{ Id: '1', MessageBody: text, MessageGroupId: id, MessageDeduplicationId: id }],
    }),
  ),
);

/**
 * A message to a topic.
 *
 * - sns:Publish on News
 */
export const publishes = app.lambda(({ text }: Input) =>
  topics.send(new PublishCommand({ TopicArn: news.arn, Message: text })),
);

/**
 * A batch to a FIFO topic.
 *
 * - sns:Publish on Ranking
 */
export const publishesRanking = app.lambda(({ id, text = '' }: Input) =>
  topics.send(
    new PublishBatchCommand({
      TopicArn: ranking.arn,
      PublishBatchRequestEntries: [
        { Id: '1', Message: text, MessageGroupId: id, MessageDeduplicationId: id },
      ],
    }),
  ),
);

/**
 * A record to a stream.
 *
 * - kinesis:PutRecord on Clicks
 */
export const recordsClick = app.lambda(({ id, text = '' }: Input) =>
  new KinesisClient().send(
    new PutRecordCommand({ StreamName: clicks.name, PartitionKey: id, Data: Buffer.from(text) }),
  ),
);

/**
 * An event without a bus goes to the default one.
 *
 * - events:PutEvents on events:event-bus/default
 */
export const putsEvent = app.lambda(({ text }: Input) =>
  new EventBridgeClient().send(
    new PutEventsCommand({ Entries: [{ Source: 'corpus', DetailType: 'tried', Detail: text }] }),
  ),
);

/**
 * An event for a bus that is named.
 *
 * - events:PutEvents on events:event-bus/shop
 */
export const putsEventOnBus = app.lambda(({ text }: Input) =>
  new EventBridgeClient().send(
    new PutEventsCommand({
      Entries: [{ EventBusName: 'shop', Source: 'corpus', DetailType: 'tried', Detail: text }],
    }),
  ),
);
