import type { LambdaContext } from '../context.ts';

/**
 * One record of an SNS event, as far as it is read here.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html
 */
export interface RawSnsRecord {
  readonly Sns: {
    readonly MessageId: string;
    readonly TopicArn: string;
    readonly Subject?: string | null;
    readonly Message: string;
    readonly Timestamp: string;
    readonly MessageAttributes?: Readonly<Record<string, { readonly Type: string; readonly Value: string }>>;
  };
}

/** A message of a topic. `Message` is what its schema makes of it; text without one. */
export class SnsMessage<Message = string> {
  readonly raw: RawSnsRecord;
  readonly context: LambdaContext;
  readonly message: Message;

  constructor(raw: RawSnsRecord, context: LambdaContext, message: Message) {
    this.raw = raw;
    this.context = context;
    this.message = message;
  }

  /** SNS's own; the same each time that Lambda sends this message. */
  get messageId(): string {
    return this.raw.Sns.MessageId;
  }

  /** As it was published; most messages have none. */
  get subject(): string | undefined {
    return this.raw.Sns.Subject ?? undefined;
  }

  /** The topic that it was published to. */
  get topicArn(): string {
    return this.raw.Sns.TopicArn;
  }

  /** When it was published. */
  get timestamp(): Date {
    return new Date(this.raw.Sns.Timestamp);
  }

  /** By name, as text, whatever their type; see `raw` for the types. */
  get attributes(): Readonly<Record<string, string>> {
    const attributes = Object.entries(this.raw.Sns.MessageAttributes ?? {});
    return Object.fromEntries(attributes.map(([name, { Value }]) => [name, Value]));
  }
}
