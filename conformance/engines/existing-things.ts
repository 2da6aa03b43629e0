import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CreateEventBusCommand, EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { CreateStreamCommand, KinesisClient } from '@aws-sdk/client-kinesis';
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { CreateTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { Engine } from './engine.ts';

/** Where the app of every source expects its queue; an account of 12 digits is one of the engine's own. */
export const EXISTING_ACCOUNT = '123456789012';
export const EXISTING_REGION = 'eu-central-1';

/** Makes what the app of every source listens to and did not declare. */
export async function makeExistingThings({ client }: Engine): Promise<void> {
  await new DynamoDBClient(client).send(
    new CreateTableCommand({
      TableName: 'customers',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    }),
  );
  await new SQSClient(client).send(
    new CreateQueueCommand({
      QueueName: 'audit.fifo',
      Attributes: { FifoQueue: 'true', VisibilityTimeout: '300' },
    }),
  );
  await new SNSClient(client).send(new CreateTopicCommand({ Name: 'alarms' }));
  // By itself this client speaks HTTP/2, which not every engine understands.
  const requestHandler = new NodeHttpHandler();
  await new KinesisClient({ ...client, requestHandler }).send(
    new CreateStreamCommand({ StreamName: 'visits', ShardCount: 1 }),
  );
  await new SecretsManagerClient(client).send(
    new CreateSecretCommand({ Name: 'old-key', SecretString: 'old' }),
  );
  await new EventBridgeClient(client).send(new CreateEventBusCommand({ Name: 'orders' }));
}
