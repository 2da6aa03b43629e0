import { randomUUID } from 'node:crypto';
import { askQuery, askService } from '../data/ask-service.ts';
import { queueUrl } from '../data/queues.ts';
import type { ShownSend } from '../shown.ts';
import type { Action } from './actions.ts';
import { resourceOf } from './data-actions.ts';

/** A message or a record from outside of the app, as any client would send it. */
export const sendActions = {
  'POST queues send': async (sources, { name, body }) => {
    const { address } = resourceOf(sources, 'queue', name);
    const { text, group } = body as ShownSend;
    return askService(sources, 'sqs', 'SendMessage', {
      QueueUrl: queueUrl(sources, address),
      MessageBody: text,
      ...(group !== undefined && { MessageGroupId: group, MessageDeduplicationId: randomUUID() }),
    });
  },
  'POST topics send': async (sources, { name, body }) => {
    const { address } = resourceOf(sources, 'topic', name);
    const { text, group } = body as ShownSend;
    const ordered = group !== undefined && { MessageGroupId: group, MessageDeduplicationId: randomUUID() };
    await askQuery(sources, 'sns', { Action: 'Publish', TopicArn: address, Message: text, ...ordered });
    return {};
  },
  'POST streams send': async (sources, { name, body }) => {
    const { address } = resourceOf(sources, 'stream', name);
    const { text, group = 'console' } = body as ShownSend;
    return askService(sources, 'kinesis', 'PutRecord', {
      StreamARN: address,
      PartitionKey: group,
      Data: Buffer.from(text).toString('base64'),
    });
  },
} satisfies Readonly<Record<string, Action>>;
