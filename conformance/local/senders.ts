import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { KinesisClient, PutRecordCommand } from '@aws-sdk/client-kinesis';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';

const ACCOUNT = '000000000000';

/** Groups of the FIFO queue, and keys of the stream: what is sent to one keeps its order. */
export const LANES = 25;
/** Which of them an event belongs to. */
export const laneOf = (id: string): number => Number(id) % LANES;

/** Sends one event, and gives whether it was taken: rejects where nobody knows. */
export type Sender = (id: string) => Promise<boolean>;

/** Ways into the soak app, by the handlers that an event sent so reaches. */
export interface Senders {
  readonly byHandlers: Readonly<Record<string, Sender>>;
  close(): void;
}

/** SDK clients as anybody has them, against one running session; each call is made once. */
export function openSenders({ endpoint, url }: { readonly endpoint: string; readonly url: string }): Senders {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const config = { endpoint, region: 'us-east-1', credentials, maxAttempts: 1 };
  const sqs = new SQSClient(config);
  const sns = new SNSClient(config);
  const dynamodb = new DynamoDBClient(config);
  const kinesis = new KinesisClient(config);
  const s3 = new S3Client({ ...config, forcePathStyle: true });
  const events = new EventBridgeClient(config);
  const queue = (name: string) => `${endpoint}/${ACCOUNT}/soak-local-${name}`;
  const taken = async (answer: Promise<unknown>) => {
    await answer;
    return true;
  };
  return {
    byHandlers: {
      job: (id) => taken(sqs.send(new SendMessageCommand({ QueueUrl: queue('Jobs'), MessageBody: id }))),
      order: (id) =>
        taken(
          sqs.send(
            new SendMessageCommand({
              QueueUrl: queue('Orders.fifo'),
              MessageBody: id,
              MessageGroupId: `${laneOf(id)}`,
              MessageDeduplicationId: id,
            }),
          ),
        ),
      'headline letter': (id) =>
        taken(
          sns.send(
            new PublishCommand({ TopicArn: `arn:aws:sns:us-east-1:${ACCOUNT}:soak-local-News`, Message: id }),
          ),
        ),
      item: (id) =>
        taken(dynamodb.send(new PutItemCommand({ TableName: 'soak-local-Items', Item: { id: { S: id } } }))),
      click: (id) =>
        taken(
          kinesis.send(
            new PutRecordCommand({
              StreamName: 'soak-local-Clicks',
              PartitionKey: `${laneOf(id)}`,
              Data: Buffer.from(id),
            }),
          ),
        ),
      upload: (id) => {
        const Bucket = `soak-local-uploads-${ACCOUNT}-us-east-1`;
        return taken(s3.send(new PutObjectCommand({ Bucket, Key: id, Body: 'x' })));
      },
      fact: (id) => {
        const entry = { Source: 'soak', DetailType: 'Fact', Detail: JSON.stringify({ id }) };
        return taken(events.send(new PutEventsCommand({ Entries: [entry] })));
      },
      // An answer other than 200 tells that the handler failed: nobody runs it again.
      request: async (id) => (await fetch(`${url}/${id}`, { method: 'POST' })).ok,
    },
    close() {
      for (const client of [sqs, sns, dynamodb, kinesis, s3, events]) client.destroy();
    },
  };
}
