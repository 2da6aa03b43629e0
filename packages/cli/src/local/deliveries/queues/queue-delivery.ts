import type { WiredApp } from '../../session/wired-app.ts';
import type { AppDelivery, DeliveryContext } from '../all-deliveries.ts';
import { queueMappings } from './queue-mappings.ts';
import { createQueuePoller, type QueuePoller } from './queue-poller.ts';

/** Brings the messages of queues to functions. */
export function createQueueDelivery({ engines, invoke, tell }: DeliveryContext): AppDelivery {
  const { sqs, time } = engines;
  const pollers = new Map<string, QueuePoller>();
  /** Of mappings that are gone, or changed, and finish what they are at. */
  const ending = new Set<QueuePoller>();

  sqs.onAvailable((arn) => {
    for (const poller of pollers.values()) if (poller.mapping.queueArn === arn) poller.wake();
  });

  function end(poller: QueuePoller): void {
    pollers.delete(poller.mapping.name);
    poller.stop();
    ending.add(poller);
    void poller.settle().then(() => ending.delete(poller));
  }

  return {
    update({ graph, places }: WiredApp) {
      const wanted = queueMappings(graph, places);
      for (const poller of [...pollers.values()]) {
        const now = wanted.find(({ name }) => name === poller.mapping.name);
        if (JSON.stringify(now) === JSON.stringify(poller.mapping)) poller.resume();
        else end(poller);
      }
      for (const mapping of wanted.filter(({ name }) => !pollers.has(name))) {
        const onRetry = (seconds: number) => tell({ kind: 'retrying', function: mapping.function, seconds });
        const queue = () => sqs.queue(mapping.queueArn);
        const poller = createQueuePoller({ mapping, queue, time, invoke, onRetry });
        pollers.set(mapping.name, poller);
        poller.wake();
      }
    },
    async settle() {
      const all = [...pollers.values(), ...ending];
      return (await Promise.all(all.map((poller) => poller.settle()))).includes(true);
    },
    async close() {
      // What functions are at is not waited for: they are ended next.
      for (const poller of pollers.values()) poller.stop();
    },
  };
}
