import type { LambdaContext } from '../context.ts';

/**
 * One record of an SQS event, as far as it is read here.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
 */
export interface RawSqsRecord {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  readonly eventSourceARN: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly messageAttributes: Readonly<Record<string, RawSqsAttribute>>;
}

export interface RawSqsAttribute {
  readonly dataType: string;
  readonly stringValue?: string;
  /** Base64. */
  readonly binaryValue?: string;
}

/** A message of a queue. `Body` is what its schema makes of it; text without one. */
export class SqsMessage<Body = string> {
  readonly raw: RawSqsRecord;
  readonly context: LambdaContext;
  readonly body: Body;

  constructor(raw: RawSqsRecord, context: LambdaContext, body: Body) {
    this.raw = raw;
    this.context = context;
    this.body = body;
  }

  /** SQS's own; the same each time that the message is received. */
  get messageId(): string {
    return this.raw.messageId;
  }

  /** What deleting it or changing its visibility by hand asks for. */
  get receiptHandle(): string {
    return this.raw.receiptHandle;
  }

  /** What SQS says of it, such as `SenderId`. */
  get attributes(): Readonly<Record<string, string>> {
    return this.raw.attributes;
  }

  /** What the sender put beside the body. */
  get messageAttributes(): Readonly<Record<string, RawSqsAttribute>> {
    return this.raw.messageAttributes;
  }

  /** 1 at the first time. */
  get receiveCount(): number {
    return Number(this.raw.attributes.ApproximateReceiveCount);
  }

  /** When it was sent. */
  get sentAt(): Date {
    return new Date(Number(this.raw.attributes.SentTimestamp));
  }

  /** Of a FIFO queue. */
  get groupId(): string | undefined {
    return this.raw.attributes.MessageGroupId;
  }

  /** Of a FIFO queue. */
  get deduplicationId(): string | undefined {
    return this.raw.attributes.MessageDeduplicationId;
  }

  /** The queue that it came from. */
  get queueArn(): string {
    return this.raw.eventSourceARN;
  }
}

/** A whole batch, for a handler with `batch: true`. */
export interface SqsBatch<Body = string> {
  readonly messages: readonly SqsMessage<Body>[];
  readonly raw: { readonly Records: readonly RawSqsRecord[] };
  readonly context: LambdaContext;
}
