import { askService } from '../data/ask-service.ts';
import { countMessages, readQueue } from '../data/queues.ts';
import { redriveRecords } from '../data/redrive-records.ts';
import type { ShownRedrive } from '../shown.ts';
import type { Action } from './actions.ts';
import { resourceOf } from './data-actions.ts';
import { Refused } from './refused.ts';

/** Queues, and what failed of them. */
export const queueActions = {
  'GET queues': async (sources, { name }) => readQueue(sources, resourceOf(sources, 'queue', name)),
  /** Back to the queue that they came from; records of a stream are handed to their handler once more. */
  'POST queues redrive': async (sources, { name }): Promise<ShownRedrive> => {
    const queue = resourceOf(sources, 'queue', name);
    if (queue.failuresOf !== undefined) return redriveRecords(sources, queue);
    if (queue.deadLettersOf === undefined) throw new Refused(400, `Nothing that failed goes to ${name}.`);
    const before = await countMessages(sources, queue);
    await askService(sources, 'sqs', 'StartMessageMoveTask', { SourceArn: queue.address });
    const after = await countMessages(sources, queue);
    return { moved: before.waiting - after.waiting, failed: after.waiting };
  },
} satisfies Readonly<Record<string, Action>>;
