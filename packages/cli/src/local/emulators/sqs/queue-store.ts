import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { EmulatorContext } from '../emulator.ts';
import { invalidValue, noSuchQueue, SqsError } from './error.ts';
import { Queue, type QueueSurroundings } from './queue/queue.ts';
import { type Attributes, changed, settings } from './queue-attributes.ts';

export interface NewQueue {
  readonly account: string;
  readonly name: string;
  /** Default that of the name, here. */
  readonly arn?: string | undefined;
  readonly attributes: Attributes;
  readonly tags?: Readonly<Record<string, string>> | undefined;
}

/** All queues, each in a file of its own. */
export class QueueStore {
  private readonly context: Omit<EmulatorContext, 'targets'>;
  private readonly queues = new Map<string, Queue>();
  private readonly surroundings: QueueSurroundings;

  /** @param available is told of a queue that may have something to receive. */
  constructor(context: Omit<EmulatorContext, 'targets'>, available: (queue: Queue) => void) {
    this.context = context;
    this.surroundings = { time: context.time, find: (arn) => this.byArn(arn), available };
    mkdirSync(context.folder, { recursive: true });
    for (const file of readdirSync(context.folder)) {
      if (!file.endsWith('.jsonl')) continue;
      const queue = new Queue(join(context.folder, file), this.surroundings);
      this.queues.set(queue.arn, queue);
    }
  }

  /** By name. */
  list(): readonly Queue[] {
    return [...this.queues.values()].sort((one, other) =>
      one.definition.name < other.definition.name ? -1 : 1,
    );
  }

  byArn(arn: string): Queue | undefined {
    return this.queues.get(arn);
  }

  find(account: string, name: string): Queue | undefined {
    return [...this.queues.values()].find(
      ({ definition }) => definition.account === account && definition.name === name,
    );
  }

  /**
   * The queue of a URL, of which only the path counts: `http://127.0.0.1:4566/000000000000/jobs`.
   *
   * @throws SqsError QueueDoesNotExist
   */
  byUrl(url: string): Queue {
    const [account = '', name = ''] = url.split('/').slice(-2);
    const queue = this.find(account, name);
    if (!queue) throw noSuchQueue();
    return queue;
  }

  /** @throws SqsError for a name or an attribute that SQS does not take. */
  create({ account, name, arn, attributes, tags = {} }: NewQueue): Queue {
    const fifo = name.endsWith('.fifo');
    if (!/^[\w-]{1,80}$/.test(fifo ? name.slice(0, -5) : name) || name.length > 80) {
      throw new SqsError(
        'InvalidParameterValueException',
        'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length',
      );
    }
    if (fifo !== (attributes.FifoQueue === 'true')) throw invalidValue(name, 'QueueName', fifoReason(fifo));
    const now = this.context.time.now();
    const definition = {
      account,
      name,
      arn: arn ?? `arn:aws:sqs:${this.context.region}:${account}:${name}`,
      created: now,
      modified: now,
      attributes: this.changed({}, attributes, fifo),
      tags,
    };
    const queue = new Queue(this.pathOf(account, name), this.surroundings, definition);
    this.queues.set(definition.arn, queue);
    return queue;
  }

  /** Sets attributes; those that are not named stay as they are. */
  set(queue: Queue, change: Attributes): void {
    const { definition, isFifo } = queue;
    const attributes = this.changed(definition.attributes, change, isFifo);
    queue.define({ ...definition, attributes, modified: this.context.time.now() });
  }

  delete(queue: Queue): void {
    const { account, name, arn } = queue.definition;
    queue.close();
    this.queues.delete(arn);
    const path = this.pathOf(account, name);
    if (existsSync(path)) rmSync(path);
  }

  close(): void {
    for (const queue of this.queues.values()) queue.close();
    // What ends later, as a function that was at a message, finds none.
    this.queues.clear();
  }

  /** Whether a queue has all attributes that are named, given or by default. */
  isAs(queue: Queue, attributes: Attributes): boolean {
    const has = settings(queue.definition.attributes, queue.isFifo);
    return Object.entries(attributes).every(([name, value]) => (has[name] ?? '') === value);
  }

  private changed(before: Attributes, change: Attributes, fifo: boolean): Attributes {
    return changed(before, change, fifo, (arn) => this.queues.has(arn));
  }

  private pathOf(account: string, name: string): string {
    return join(this.context.folder, `${account}.${name}.jsonl`);
  }
}

function fifoReason(named: boolean): string {
  return named
    ? 'A queue whose name ends in .fifo needs the attribute FifoQueue.'
    : 'The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores, must end with .fifo suffix and be 1 to 80 in length.';
}
