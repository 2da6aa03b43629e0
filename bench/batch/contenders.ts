import type { Contender } from '../handlers/contender.ts';
import type { TaskName } from './tasks.ts';

/** Who handles batches, and of what. */
export interface BatchContender extends Contender {
  readonly of: readonly TaskName[];
}

const messages = ['SQS, 10 messages', 'SQS, one of 10 fails'] as const;
const images = ['DynamoDB stream, 100 images'] as const;

/** What is done with each record, the same for all; it says that something is wrong by an error. */
const order = `let sum = 0;
const take = async (order) => {
  if (order.quantity < 0) throw new Error('Nobody orders less than nothing.');
  sum += order.quantity;
};
`;
const image = `let sum = 0;
const take = async (image) => {
  let total = 0;
  for (const line of image.lines) total += line.price;
  if (total !== image.total || !image.tags.has('paid') || image.customer.address.zip !== null || image.open !== true)
    throw new Error('It was read wrong: ' + JSON.stringify(image));
  sum += total;
};
`;
/** The line that Tankard writes. */
const log = `const log = (id, { name, message, stack }) =>
  process.stdout.write(JSON.stringify({
    timestamp: new Date().toISOString(),
    level: 'ERROR',
    message: 'Record ' + id + ' failed',
    errorType: name,
    errorMessage: message,
    stackTrace: stack.split('\\n'),
  }) + '\\n');
`;
const eachInOrder = (plain: string) => `export const handler = async (event) => {
  for (const record of event.Records) {
    try {
      await take(${plain}(record.dynamodb.NewImage));
    } catch (error) {
      log(record.dynamodb.SequenceNumber, error);
      return { batchItemFailures: [{ itemIdentifier: record.dynamodb.SequenceNumber }] };
    }
  }
  return { batchItemFailures: [] };
};
`;

export const byHand: BatchContender = {
  name: 'by hand',
  of: messages,
  source: () => `${order}${log}export const handler = async (event) => {
  const batchItemFailures = [];
  await Promise.all(event.Records.map(async (record) => {
    try {
      await take(JSON.parse(record.body));
    } catch (error) {
      log(record.messageId, error);
      batchItemFailures.push({ itemIdentifier: record.messageId });
    }
  }));
  return { batchItemFailures };
};
`,
};

export const byUtility: BatchContender = {
  name: 'by hand, @aws-sdk/util-dynamodb',
  of: images,
  source: () =>
    `import { unmarshall } from '@aws-sdk/util-dynamodb';\n${image}${log}${eachInOrder('unmarshall')}`,
};

export const tankardSqs: BatchContender = {
  name: 'Tankard, SQS',
  byTankard: true,
  of: messages,
  source: () => `import { App } from '@tankard/framework';
export const app = new App('orders');
${order}export const orders = app.onSqsMessage(app.queue('Orders'), (message) => take(JSON.parse(message.body)));
`,
};

export const tankardImages: BatchContender = {
  name: 'Tankard, DynamoDB stream',
  byTankard: true,
  of: images,
  source: () => `import { App } from '@tankard/framework';
export const app = new App('orders');
${image}export const orders = app.onDynamoDBRecord(app.table('Orders', { partitionKey: 'id' }), (record) => take(record.newImage));
`,
};

export const batchContenders: readonly BatchContender[] = [
  byHand,
  byUtility,
  tankardSqs,
  tankardImages,
  {
    name: 'middy, SQS',
    of: messages,
    source: () => `import middy from '@middy/core';
import failures from '@middy/sqs-partial-batch-failure';
${order}${log}export const handler = middy()
  .use(failures({ logger: (error, record) => log(record.messageId, error) }))
  .handler((event) => Promise.allSettled(event.Records.map(async (record) => take(JSON.parse(record.body)))));
`,
  },
  {
    name: 'middy, DynamoDB stream',
    of: images,
    source: () => `import middy from '@middy/core';
import normalizer from '@middy/event-normalizer';
${image}${log}const eachInOrder = async (event) => {
  for (const record of event.Records) {
    try {
      await take(record.dynamodb.NewImage);
    } catch (error) {
      log(record.dynamodb.SequenceNumber, error);
      return { batchItemFailures: [{ itemIdentifier: record.dynamodb.SequenceNumber }] };
    }
  }
  return { batchItemFailures: [] };
};
export const handler = middy().use(normalizer()).handler(eachInOrder);
`,
  },
  {
    name: 'Powertools, SQS',
    of: messages,
    source:
      () => `import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
${order}${log}const processor = new BatchProcessor(EventType.SQS);
const each = async (record) => {
  try {
    await take(JSON.parse(record.body));
  } catch (error) {
    log(record.messageId, error);
    throw error;
  }
};
export const handler = (event, context) => processPartialResponse(event, each, processor, { context });
`,
  },
  {
    name: 'Powertools, DynamoDB stream',
    of: images,
    source:
      () => `import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { unmarshall } from '@aws-sdk/util-dynamodb';
${image}const processor = new BatchProcessor(EventType.DynamoDBStreams);
const each = (record) => take(unmarshall(record.dynamodb.NewImage));
export const handler = (event, context) =>
  processPartialResponse(event, each, processor, { context, processInParallel: false });
`,
  },
];
