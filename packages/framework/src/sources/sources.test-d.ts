import { type } from 'arktype';
import * as v from 'valibot';
import { expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import {
  App,
  type DynamoDBBatch,
  type DynamoDBRecord,
  type KinesisRecord,
  type SqsMessage,
} from '../index.ts';
import type { CommonAction } from './action.ts';

interface Candidate {
  id: string;
  experience: number;
}

const app = new App('types');
const candidates = app.table<Candidate>('Candidates', { partitionKey: 'id' });
const jobs = app.queue('Jobs');
const news = app.topic('News');
const clicks = app.stream('Clicks');
const files = app.bucket('Files');
const Job = z.object({ kind: z.enum(['mail', 'call']) });
type Job = z.infer<typeof Job>;

test('a message of a queue is text without a schema', () => {
  app.onSqsMessage(jobs, (message) => expectTypeOf(message.body).toEqualTypeOf<string>());
  app.onSqsMessage('jobs', { batchSize: 5 }, (message) => expectTypeOf(message.body).toEqualTypeOf<string>());
});

test('every library of schemas types a message', () => {
  app.onSqsMessage(jobs, { body: Job }, ({ body }) => expectTypeOf(body).toEqualTypeOf<Job>());
  app.onSqsMessage(jobs, { body: v.object({ n: v.number() }) }, ({ body }) =>
    expectTypeOf(body).toEqualTypeOf<{ n: number }>(),
  );
  app.onSqsMessage(jobs, { body: type({ n: 'number' }) }, ({ body }) =>
    expectTypeOf(body).toEqualTypeOf<{ n: number }>(),
  );
  app.onSnsMessage(news, { message: Job }, ({ message }) => expectTypeOf(message).toEqualTypeOf<Job>());
  app.onKinesisRecord(clicks, { data: Job }, ({ data }) => expectTypeOf(data).toEqualTypeOf<Job>());
  app.onEvent({ source: ['shop'] }, { detail: Job }, ({ detail }) =>
    expectTypeOf(detail).toEqualTypeOf<Job>(),
  );
});

test('what has no schema is text, or unknown where it may be anything', () => {
  app.onSnsMessage(news, ({ message }) => expectTypeOf(message).toEqualTypeOf<string>());
  app.onKinesisRecord(clicks, ({ data }) => expectTypeOf(data).toEqualTypeOf<string>());
  app.onEvent({ source: ['shop'] }, ({ detail }) => expectTypeOf(detail).toBeUnknown());
});

test('a handler of batches gets the batch and may say what failed', () => {
  app.onSqsMessage(jobs, { batch: true, body: Job }, ({ messages }) => {
    expectTypeOf(messages).toEqualTypeOf<readonly SqsMessage<Job>[]>();
    return { failed: messages.slice(1) };
  });
  app.onDynamoDBRecord(candidates, { batch: true }, async ({ records }) => ({ failed: records }));
  app.onKinesisRecord(clicks, { batch: true }, () => {});
  // @ts-expect-error what failed is given as records
  app.onSqsMessage(jobs, { batch: true }, () => ({ failed: ['1'] }));
  // @ts-expect-error a batch has no body
  app.onSqsMessage(jobs, { batch: true }, ({ body }) => body);
});

test('a table types the records of its stream', () => {
  app.onDynamoDBRecord(candidates, { events: ['INSERT'] }, (record) => {
    expectTypeOf(record.newImage).toEqualTypeOf<Candidate | undefined>();
    expectTypeOf(record.keys).toEqualTypeOf<Partial<Candidate>>();
  });
  app.onDynamoDBRecord('candidates', ({ newImage }) =>
    expectTypeOf(newImage).toEqualTypeOf<Record<string, unknown> | undefined>(),
  );
});

test('a decorator checks its method against queue, table and schema', () => {
  class Right {
    @app.onSqsMessage(jobs, { body: Job })
    job(message: SqsMessage<Job>) {
      return message.body.kind;
    }

    @app.onDynamoDBRecord(candidates, { events: ['INSERT'], timeout: 30, memory: 128 })
    added(record: DynamoDBRecord<Candidate>) {
      return record.newImage?.experience;
    }

    @app.onDynamoDBRecord(candidates, { batch: true })
    batch(batch: DynamoDBBatch<Candidate>) {
      return { failed: batch.records };
    }
  }
  app.use(new Right());

  class Wrong {
    // @ts-expect-error the body is text without a schema
    @app.onSqsMessage(jobs)
    job(message: SqsMessage<Job>) {
      return message.body.kind;
    }

    // @ts-expect-error the table has other items
    @app.onDynamoDBRecord(candidates)
    added(record: DynamoDBRecord<{ name: string }>) {
      return record.newImage?.name;
    }

    // @ts-expect-error one record is no batch
    @app.onDynamoDBRecord(candidates, { batch: true })
    batch(record: DynamoDBRecord<Candidate>) {
      return record.keys;
    }

    // @ts-expect-error the event of another source
    @app.onSqsMessage(jobs)
    source(record: KinesisRecord) {
      return record.data;
    }
  }
  app.use(new Wrong());
});

test('an annotation can not promise what no schema has checked', () => {
  // @ts-expect-error the body is text
  app.onSqsMessage(jobs, { batchSize: 2 }, (message: SqsMessage<Job>) => message.body.kind);
  // @ts-expect-error the body is text
  app.onSqsMessage(jobs, (message: SqsMessage<Job>) => message.body.kind);
});

test('wrong options and targets are refused', () => {
  // @ts-expect-error a misspelt option
  app.onSqsMessage(jobs, { bachSize: 3 });
  // @ts-expect-error a topic is no queue
  app.onSqsMessage(news, () => {});
  // @ts-expect-error a table has no such event
  app.onDynamoDBRecord(candidates, { events: ['DELETE'] }, () => {});
  // @ts-expect-error S3's events begin with s3:
  app.onS3Event(files, { events: ['ObjectCreated:Put'] }, () => {});
  // @ts-expect-error a stream has no queue's options
  app.onKinesisRecord(clicks, { visibility: 3 }, () => {});
  // @ts-expect-error what failed goes to a queue or a topic
  app.onKinesisRecord(clicks, { onFailure: candidates }, () => {});
  // @ts-expect-error a time to start from is not offered
  app.onKinesisRecord(clicks, { startingPosition: 'AT_TIMESTAMP' }, () => {});
});

test('resources are typed by what they have', () => {
  expectTypeOf(candidates.name).toEqualTypeOf<string>();
  expectTypeOf(app.secret('Key').value()).toEqualTypeOf<Promise<string>>();
  expectTypeOf(app.table.existing<Candidate>('candidates')).toEqualTypeOf<typeof candidates>();
  app.table<Candidate>('Others', {
    partitionKey: { experience: 'number' },
    sortKey: 'id',
    ttl: 'experience',
  });
  // @ts-expect-error the item has no such attribute
  app.table<Candidate>('Others', { partitionKey: 'email' });
  // @ts-expect-error a table needs a partition key
  app.table('Others', {});
  // @ts-expect-error there is no such type of key
  app.table('Others', { partitionKey: { id: 'text' } });
  // @ts-expect-error a queue has no arn of its topic to be fed from, but the topic
  app.queue('Others', { from: 'arn:aws:sns:eu-west-1:123456789012:news' });
  // @ts-expect-error a parameter that is there already is a value like any other
  app.parameter.existing('x');
});

test('actions of permissions are offered, and any other is taken too', () => {
  const permissions = [{ actions: ['glue:StartJobRun'], resources: ['*'] }];
  app.lambda({ permissions }, () => 1);
  app.lambda(
    { permissions: [{ actions: ['dynamodb:PutItem', 's3:Get*'], resources: [candidates, files] }] },
    () => 1,
  );
  expectTypeOf<'dynamodb:PutItem'>().toExtend<CommonAction>();
  expectTypeOf<'dynamodb:PutItems'>().not.toExtend<CommonAction>();
  // @ts-expect-error an action is a text
  app.lambda({ permissions: [{ actions: [1], resources: ['*'] }] }, () => 1);
});
