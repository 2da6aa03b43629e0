import {
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  ListTablesCommand,
  ListTagsOfResourceCommand,
} from '@aws-sdk/client-dynamodb';
import {
  DescribeStreamSummaryCommand,
  KinesisClient,
  ListStreamsCommand,
  ListTagsForStreamCommand,
} from '@aws-sdk/client-kinesis';
import {
  GetBucketNotificationConfigurationCommand,
  GetBucketTaggingCommand,
  ListBucketsCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { ListSecretsCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Engine } from '../../engines/engine.ts';
import { orNone, type Reading, readEach } from './reading.ts';

/** Tables, streams, secrets, and buckets with what they call. */
export async function readData({ client }: Engine): Promise<Reading> {
  const { SecretList = [] } = await new SecretsManagerClient(client).send(new ListSecretsCommand({}));
  return {
    ...(await readTables(new DynamoDBClient(client))),
    ...(await readStreams(new KinesisClient(client))),
    ...(await readBuckets(new S3Client({ ...client, forcePathStyle: true }))),
    ...(await readEach(SecretList, async ({ ARN: _, SecretVersionsToStages: __, ...secret }) => [
      `secret ${secret.Name}`,
      secret,
    ])),
  };
}

async function readTables(dynamodb: DynamoDBClient): Promise<Reading> {
  const { TableNames = [] } = await dynamodb.send(new ListTablesCommand({}));
  return readEach(TableNames, async (TableName) => {
    const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName }));
    const { TimeToLiveDescription } = await dynamodb.send(new DescribeTimeToLiveCommand({ TableName }));
    // The engine goes on naming the attribute when it is off.
    const expiry =
      TimeToLiveDescription?.TimeToLiveStatus === 'ENABLED' ? TimeToLiveDescription.AttributeName : 'none';
    const { Tags } = await dynamodb.send(new ListTagsOfResourceCommand({ ResourceArn: Table?.TableArn }));
    return [`table ${TableName}`, { ...Table, expiry, Tags }];
  });
}

async function readStreams(kinesis: KinesisClient): Promise<Reading> {
  const { StreamNames = [] } = await kinesis.send(new ListStreamsCommand({}));
  return readEach(StreamNames, async (StreamName) => {
    const answer = await kinesis.send(new DescribeStreamSummaryCommand({ StreamName }));
    const { Tags } = await kinesis.send(new ListTagsForStreamCommand({ StreamName }));
    return [`stream ${StreamName}`, { ...answer.StreamDescriptionSummary, Tags }];
  });
}

async function readBuckets(s3: S3Client): Promise<Reading> {
  const { Buckets = [] } = await s3.send(new ListBucketsCommand({}));
  const things: Record<string, unknown> = {};
  for (const { Name: Bucket } of Buckets) {
    const tags = await orNone(s3.send(new GetBucketTaggingCommand({ Bucket })));
    things[`bucket ${Bucket}`] = tags?.TagSet;
    const found = await s3.send(new GetBucketNotificationConfigurationCommand({ Bucket }));
    for (const one of found.LambdaFunctionConfigurations ?? [])
      things[`notification ${Bucket} ${one.Id}`] = one;
  }
  return things;
}
