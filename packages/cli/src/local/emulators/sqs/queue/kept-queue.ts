import { type AppendLog, openLog } from '../../../storage/append-log.ts';
import { Deduplication, type SentBefore } from '../../fifo/deduplication.ts';
import type { Message, MessageState } from './message.ts';
import type { QueueDefinition, QueueEntry } from './queue-entry.ts';

/** What a queue holds, in memory and on disk: every change is in its file before it counts. */
export class KeptQueue {
  /** In the order in which they came. */
  readonly messages = new Map<string, Message>();
  private readonly deduplication = new Deduplication();
  private readonly log: AppendLog<QueueEntry>;
  private known: QueueDefinition | undefined;

  /** @param definition of a new queue; that of one that is there already is in its file. */
  constructor(path: string, definition?: QueueDefinition) {
    this.known = definition;
    this.log = openLog({ path, read: (entry) => this.apply(entry), snapshot: () => this.entries() });
  }

  get definition(): QueueDefinition {
    if (!this.known) throw new Error('The file of a queue has no definition.');
    return this.known;
  }

  define(definition: QueueDefinition): void {
    this.write({ queue: definition });
  }

  put(message: Message): void {
    this.write({ message });
  }

  change({ id }: Message, state: MessageState): void {
    this.write({ changed: id, state });
  }

  remove(id: string): void {
    this.write({ gone: id });
  }

  sentBefore(key: string, now: number): SentBefore | undefined {
    return this.deduplication.find(key, now);
  }

  remember(key: string, before: SentBefore): void {
    this.write({ sent: key, before });
  }

  close(): void {
    this.log.close();
  }

  private write(entry: QueueEntry): void {
    this.apply(entry);
    this.log.append(entry);
  }

  private apply(entry: QueueEntry): void {
    if ('queue' in entry) this.known = entry.queue;
    else if ('message' in entry) this.messages.set(entry.message.id, entry.message);
    else if ('gone' in entry) this.messages.delete(entry.gone);
    else if ('sent' in entry) this.deduplication.add(entry.sent, entry.before);
    else {
      const message = this.messages.get(entry.changed);
      if (message) this.messages.set(entry.changed, { ...message, state: entry.state });
    }
  }

  private *entries(): Iterable<QueueEntry> {
    yield { queue: this.definition };
    for (const message of this.messages.values()) yield { message };
    for (const [sent, before] of this.deduplication.entries()) yield { sent, before };
  }
}
