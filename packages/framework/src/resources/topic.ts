import type { TopicDeclaration } from '../manifest/types.ts';
import { fromEnvironment, lastPart } from './environment.ts';
import { Handle } from './resource.ts';

/**
 * What a topic may say of itself.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-fifo-topics.html
 */
export interface TopicOptions {
  /** First in, first out; its physical name then ends in `.fifo`. It can feed queues only. */
  readonly fifo?: boolean | undefined;
}

/** An SNS topic. */
export class Topic extends Handle<'topic', TopicOptions | undefined> {
  override readonly kind = 'topic';

  /** @throws {Error} where `TANKARD_TOPIC_<NAME>` is not set. */
  get arn(): string {
    return fromEnvironment('topic', this.id);
  }

  /** The physical name: the last part of the ARN. */
  get name(): string {
    return lastPart('topic', this.id, this.arn, ':');
  }
}

export interface DeclareTopic {
  /** Declares a topic that the app owns. */
  (name: string, options?: TopicOptions): Topic;
  /** A topic that is there already, by its name or ARN. */
  existing(nameOrArn: string): Topic;
}

export function topicDeclaration({ id: name, declared }: Pick<Topic, 'id' | 'declared'>): TopicDeclaration {
  const { options, existing, place } = declared;
  return {
    kind: 'topic',
    name,
    place,
    existing,
    fifo: options?.fifo ?? existing?.endsWith('.fifo') ?? false,
  };
}
