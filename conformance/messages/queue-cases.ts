import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueUrlCommand,
  SendMessageBatchCommand,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { type Desk, type ReceivedMessage, refusal } from './desk.ts';

/** One thing that AWS documents, done with SDK clients. */
export interface MessageCase {
  readonly does: string;
  /** The page that says so. */
  readonly page: string;
  readonly run: (desk: Desk) => Promise<unknown>;
  readonly gives: unknown;
}

const GUIDE = 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide';
const API = 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference';

const bodies = (messages: readonly ReceivedMessage[]) => messages.map(({ body }) => body).sort();
const inGroup = (MessageGroupId: string, MessageDeduplicationId: string) => ({
  MessageGroupId,
  MessageDeduplicationId,
});
const redrive = (deadLetterTargetArn: string, maxReceiveCount: number) => ({
  RedrivePolicy: JSON.stringify({ deadLetterTargetArn, maxReceiveCount }),
});

export const QUEUE_CASES: readonly MessageCase[] = [
  {
    does: 'hides a received message and shows it again after its visibility timeout',
    page: `${GUIDE}/sqs-visibility-timeout.html`,
    async run({ queue, send, receive }) {
      const url = await queue('visible', { VisibilityTimeout: '2' });
      await send(url, 'a');
      const now = { WaitTimeSeconds: 0 };
      const first = await receive(url);
      const hidden = await receive(url, now);
      const again = await receive(url, { WaitTimeSeconds: 10 });
      return [...first, ...hidden, ...again].map(({ attributes }) => attributes.ApproximateReceiveCount);
    },
    gives: ['1', '2'],
  },
  {
    does: 'deletes by the handle of the last receive alone',
    page: `${API}/API_DeleteMessage.html`,
    async run({ sqs, queue, send, receive }) {
      const QueueUrl = await queue('handles', { VisibilityTimeout: '0' });
      await send(QueueUrl, 'a');
      const [first] = await receive(QueueUrl);
      const [second] = await receive(QueueUrl);
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: first?.handle }));
      const after = await receive(QueueUrl);
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: after[0]?.handle }));
      return [second?.body, bodies(after), bodies(await receive(QueueUrl))];
    },
    gives: ['a', ['a'], []],
  },
  {
    does: 'changes the visibility of what is in flight and of nothing else',
    page: `${API}/API_ChangeMessageVisibility.html`,
    async run({ sqs, queue, send, receive }) {
      const QueueUrl = await queue('changes');
      await send(QueueUrl, 'a');
      const [{ handle: ReceiptHandle } = { handle: '' }] = await receive(QueueUrl);
      const change = new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 });
      await sqs.send(change);
      return [await refusal(sqs.send(change)), bodies(await receive(QueueUrl))];
    },
    gives: ['MessageNotInflight', ['a']],
  },
  {
    does: 'delays a message by its own delay',
    page: `${GUIDE}/sqs-message-timers.html`,
    async run({ queue, send, receive }) {
      const url = await queue('delays');
      await send(url, 'late', { DelaySeconds: 2 });
      await send(url, 'now');
      const first = await receive(url);
      return [bodies(first), bodies(await receive(url, { WaitTimeSeconds: 10 }))];
    },
    gives: [['now'], ['late']],
  },
  {
    does: 'keeps the order of a FIFO group, and locks it while any of it is in flight',
    page: `${GUIDE}/FIFO-queues-understanding-logic.html`,
    async run({ sqs, queue, send, receive }) {
      const QueueUrl = await queue('order.fifo');
      for (const id of ['a1', 'a2', 'a3', 'b1']) await send(QueueUrl, id, inGroup(id.slice(0, 1), id));
      const one = await receive(QueueUrl, { MaxNumberOfMessages: 1 });
      const other = await receive(QueueUrl);
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: one[0]?.handle }));
      const rest = await receive(QueueUrl);
      return [one, other, rest].map((messages) => messages.map(({ body }) => body));
    },
    gives: [['a1'], ['b1'], ['a2', 'a3']],
  },
  {
    does: 'takes nothing twice within five minutes, by id and by content, even after a delete',
    page: `${GUIDE}/FIFO-queues-exactly-once-processing.html`,
    async run({ sqs, queue, send, receive }) {
      const QueueUrl = await queue('twice.fifo', { ContentBasedDeduplication: 'true' });
      const first = await send(QueueUrl, 'same', { MessageGroupId: 'a' });
      const [{ handle: ReceiptHandle } = { handle: '' }] = await receive(QueueUrl);
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
      const second = await send(QueueUrl, 'same', { MessageGroupId: 'b' });
      return [first === second, bodies(await receive(QueueUrl))];
    },
    gives: [true, []],
  },
  {
    does: 'moves what was received too often when it is asked for once more, and counts on',
    page: `${GUIDE}/sqs-dead-letter-queues.html`,
    async run({ arn, queue, send, receive }) {
      const dead = await queue('dead');
      const url = await queue('alive', { VisibilityTimeout: '0', ...redrive(await arn(dead), 1) });
      const id = await send(url, 'a');
      await receive(url);
      const before = await receive(dead);
      const more = await receive(url);
      const [letter] = await receive(dead);
      return [before.length, more.length, letter?.id === id, letter?.attributes.ApproximateReceiveCount];
    },
    gives: [0, 0, true, '2'],
  },
  {
    does: 'moves dead letters back as new messages',
    page: `${API}/API_StartMessageMoveTask.html`,
    async run({ sqs, arn, queue, send, receive }) {
      const dead = await queue('letters');
      const url = await queue('source', { VisibilityTimeout: '0', ...redrive(await arn(dead), 1) });
      const id = await send(url, 'a');
      for (const _ of [1, 2]) await receive(url);
      await sqs.send(new StartMessageMoveTaskCommand({ SourceArn: await arn(dead) }));
      const [back] = await receive(url, { WaitTimeSeconds: 10 });
      return [back?.body, back?.id === id, back?.attributes.ApproximateReceiveCount];
    },
    gives: ['a', false, '1'],
  },
  {
    does: 'gives the message attributes that are asked for, by name and by prefix',
    page: `${API}/API_ReceiveMessage.html`,
    async run({ queue, send, receive }) {
      const url = await queue('named', { VisibilityTimeout: '0' });
      const attribute = { DataType: 'String', StringValue: 'a' };
      const MessageAttributes = { 'app.a': attribute, 'app.b': attribute, c: attribute };
      await send(url, 'a', { MessageAttributes });
      const asked = (...MessageAttributeNames: string[]) => receive(url, { MessageAttributeNames });
      return [await asked(), await asked('app.*'), await asked('c'), await asked('All')].map(
        ([one]) => one?.named,
      );
    },
    gives: [[], ['app.a', 'app.b'], ['c'], ['app.a', 'app.b', 'c']],
  },
  {
    does: 'refuses by the names that SDKs know',
    page: `${API}/CommonErrors.html`,
    async run({ sqs, queue, send }) {
      const standard = await queue('refusing');
      const fifo = await queue('refusing.fifo');
      const two = { QueueUrl: standard, Entries: ['a', 'a'].map((Id) => ({ Id, MessageBody: Id })) };
      return [
        await refusal(sqs.send(new GetQueueUrlCommand({ QueueName: 'nowhere' }))),
        await refusal(queue('refusing', { VisibilityTimeout: '7' })),
        await refusal(queue('odd', { VisibilityTimeout: '43201' })),
        await refusal(sqs.send(new SendMessageBatchCommand(two))),
        await refusal(sqs.send(new SendMessageBatchCommand({ ...two, Entries: [] }))),
        await refusal(sqs.send(new DeleteMessageCommand({ QueueUrl: standard, ReceiptHandle: 'none' }))),
        await refusal(send(fifo, 'a')),
        await refusal(send(standard, 'a', { DelaySeconds: 901 })),
      ];
    },
    gives: [
      'QueueDoesNotExist',
      'QueueNameExists',
      'InvalidAttributeValue',
      'BatchEntryIdsNotDistinct',
      'EmptyBatchRequest',
      'ReceiptHandleIsInvalid',
      'MissingParameter',
      'InvalidParameterValue',
    ],
  },
];
