import { isHidden, isInFlight, type Message } from '../../emulators/sqs/queue/message.ts';
import type { ShownGaveUp, ShownMessage, ShownQueue, ShownResource } from '../shown.ts';
import type { ConsoleSources } from '../sources.ts';
import { askService } from './ask-service.ts';
import { failedBatchIn, runOf } from './failed-batch-in.ts';

/** Messages that are shown of a queue, the oldest. */
const SHOWN = 500;

interface Counted {
  readonly Attributes: Readonly<Record<string, string>>;
}

export function queueUrl({ endpoint }: Pick<ConsoleSources, 'endpoint'>, arn: string): string {
  const [account, name] = arn.split(':').slice(4);
  return `${endpoint}/${account}/${name}`;
}

export async function countMessages(
  sources: ConsoleSources,
  { address }: ShownResource,
): Promise<Omit<ShownQueue, 'messages'>> {
  const { Attributes } = await askService<Counted>(sources, 'sqs', 'GetQueueAttributes', {
    QueueUrl: queueUrl(sources, address),
    AttributeNames: ['All'],
  });
  const count = (what: string) => Number(Attributes[`ApproximateNumberOfMessages${what}`] ?? 0);
  return { waiting: count(''), inFlight: count('NotVisible'), delayed: count('Delayed') };
}

export async function readQueue(sources: ConsoleSources, queue: ShownResource): Promise<ShownQueue> {
  const now = sources.time.now();
  const shown = (message: Message): ShownMessage => ({
    id: message.id,
    body: message.body,
    sent: new Date(message.sentAt).toISOString(),
    receives: message.state.receives,
    state: stateOf(message, now),
    group: message.groupId,
    after: message.after,
    gaveUp: gaveUpIn(message.body, sources),
  });
  return {
    ...(await countMessages(sources, queue)),
    messages: sources.queue?.(queue.address)?.messages().slice(0, SHOWN).map(shown),
  };
}

function gaveUpIn(body: string, { app }: ConsoleSources): ShownGaveUp | undefined {
  const batch = failedBatchIn(body);
  if (!batch) return undefined;
  const { records, tries, why } = batch;
  return { records, tries, why, run: runOf(batch, app.record)?.id };
}

function stateOf(message: Message, now: number): ShownMessage['state'] {
  if (isInFlight(message, now)) return 'in flight';
  return isHidden(message, now) ? 'delayed' : 'waiting';
}
