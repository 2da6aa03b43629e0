import type { JsonObject, QueueDeclaration } from '../manifest/types.ts';
import { fromEnvironment, lastPart } from './environment.ts';
import { Handle } from './resource.ts';
import type { Topic } from './topic.ts';

/**
 * What a queue may say of itself. Its messages are kept for AWS's 4 days.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html
 */
export interface QueueOptions {
  /** First in, first out; its physical name then ends in `.fifo`. */
  readonly fifo?: boolean | undefined;
  /** Seconds that a received message stays hidden; default 6 × the timeout of its handler. */
  readonly visibility?: number | undefined;
  /** Where a message goes that was received so many times in vain: a queue of its own, unless one is named. */
  readonly deadLetter?: { readonly maxReceives: number; readonly queue?: Queue | undefined } | undefined;
  /** The topic that feeds it. */
  readonly from?: Topic | undefined;
  /** Which of the topic's messages: an SNS filter policy. */
  readonly filter?: JsonObject | undefined;
  /** What the filter looks at; default the message's attributes. */
  readonly filterScope?: 'attributes' | 'body' | undefined;
  /** The topic's message arrives as it was published, without SNS's envelope. */
  readonly raw?: boolean | undefined;
}

/** An SQS queue. */
export class Queue extends Handle<'queue', QueueOptions | undefined> {
  override readonly kind = 'queue';

  /** @throws {Error} where `TANKARD_QUEUE_<NAME>` is not set. */
  get url(): string {
    return fromEnvironment('queue', this.id);
  }

  /** The physical name: the last part of the URL. */
  get name(): string {
    return lastPart('queue', this.id, this.url, '/');
  }

  /** @throws {Error} where `TANKARD_QUEUE_<NAME>_ARN` is not set. */
  get arn(): string {
    return fromEnvironment('queue', this.id, 'arn');
  }
}

export interface DeclareQueue {
  /** Declares a queue that the app owns. */
  (name: string, options?: QueueOptions): Queue;
  /** A queue that is there already, by its name or ARN. */
  existing(nameOrArn: string): Queue;
}

export function queueDeclaration({ id: name, declared }: Pick<Queue, 'id' | 'declared'>): QueueDeclaration {
  const { options, existing, place } = declared;
  const { deadLetter, from } = options ?? {};
  return {
    kind: 'queue',
    name,
    place,
    existing,
    fifo: options?.fifo ?? existing?.endsWith('.fifo') ?? false,
    visibility: options?.visibility,
    deadLetter: deadLetter && {
      maxReceives: deadLetter.maxReceives,
      queue: deadLetter.queue && { kind: 'queue', name: deadLetter.queue.id },
    },
    from: from && { kind: 'topic', name: from.id },
    filter: options?.filter,
    filterScope: options?.filterScope,
    raw: options?.raw,
  };
}
