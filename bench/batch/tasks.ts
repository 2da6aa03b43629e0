import { dynamodbEvent, sqsEvent } from '@tankard/framework/testing';
import type { Timed } from '../handlers/time-calls.ts';

/** Batches, and what says which records of them failed. Their names head the columns. */
export const tasks = {
  'SQS, 10 messages': ofMessages([]),
  'SQS, one of 10 fails': ofMessages([6]),
  'DynamoDB stream, 100 images': ofImages(),
} as const satisfies Readonly<Record<string, Omit<Timed, 'file'>>>;

export type TaskName = keyof typeof tasks;

function ofMessages(failing: readonly number[]): Omit<Timed, 'file'> {
  const messages = Array.from({ length: 10 }, (_, index) => ({
    messageId: `message-${index}`,
    body: {
      order: `order-${index}`,
      quantity: failing.includes(index) ? -1 : index,
      note: 'As it came from the shop.',
    },
  }));
  return asking(
    sqsEvent(messages),
    failing.map((index) => `message-${index}`),
  );
}

/** The handler throws where an image is not as it was written: no failure means that all were read right. */
function ofImages(): Omit<Timed, 'file'> {
  const images = Array.from({ length: 100 }, (_, index) => {
    const lines = [1, 2, 3].map((line) => ({
      article: `article-${line}`,
      price: line * 1.5 + index,
      gift: line === 2,
    }));
    return {
      id: `order-${index}`,
      customer: { name: 'Ada Lovelace', address: { street: 'St James’s Square', city: 'London', zip: null } },
      created: '2026-11-26T06:00:00.000Z',
      version: index,
      total: lines.reduce((sum, { price }) => sum + price, 0),
      tags: new Set(['new', 'paid']),
      lines,
      open: true,
    };
  });
  return asking(
    dynamodbEvent(
      images.map((newImage) => ({ newImage })),
      { keys: ['id'] },
    ),
    [],
  );
}

function asking(event: object, failed: readonly string[]): Omit<Timed, 'file'> {
  const read = ({ batchItemFailures }: { batchItemFailures: readonly { itemIdentifier: string }[] }) =>
    batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  return { events: [event], expected: [failed], read };
}
