import { missing } from '../error.ts';
import type { Queue } from '../queue/queue.ts';
import { type BatchEntry, runBatch } from './batch.ts';
import type { OfQueue, Operation } from './operation.ts';
import { checkVisibility } from './receive.ts';

interface DeleteInput {
  readonly ReceiptHandle?: string;
}

interface VisibilityInput extends DeleteInput {
  readonly VisibilityTimeout?: number;
}

type Batch<Entry> = OfQueue & { readonly Entries?: readonly (Entry & BatchEntry)[] };

export const deleteMessage: Operation = ({ store }, input: OfQueue & DeleteInput) =>
  remove(store.byUrl(input.QueueUrl), input);

export const deleteMessageBatch: Operation = ({ store }, { QueueUrl, Entries }: Batch<DeleteInput>) => {
  const queue = store.byUrl(QueueUrl);
  return runBatch(Entries, 'DeleteMessageBatchRequestEntry', (entry) => remove(queue, entry));
};

export const changeMessageVisibility: Operation = ({ store }, input: OfQueue & VisibilityInput) =>
  change(store.byUrl(input.QueueUrl), input);

export const changeMessageVisibilityBatch: Operation = (
  { store },
  { QueueUrl, Entries }: Batch<VisibilityInput>,
) => {
  const queue = store.byUrl(QueueUrl);
  return runBatch(Entries, 'ChangeMessageVisibilityBatchRequestEntry', (entry) => change(queue, entry));
};

function remove(queue: Queue, { ReceiptHandle }: DeleteInput): object {
  if (!ReceiptHandle) throw missing('ReceiptHandle');
  queue.delete(ReceiptHandle);
  return {};
}

function change(queue: Queue, { ReceiptHandle, VisibilityTimeout }: VisibilityInput): object {
  if (!ReceiptHandle) throw missing('ReceiptHandle');
  if (VisibilityTimeout === undefined) throw missing('VisibilityTimeout');
  checkVisibility(VisibilityTimeout);
  queue.changeVisibility(ReceiptHandle, VisibilityTimeout);
  return {};
}
