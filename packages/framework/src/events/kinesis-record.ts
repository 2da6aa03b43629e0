import type { LambdaContext } from '../context.ts';

/**
 * One record of a stream, as far as it is read here.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html
 */
export interface RawKinesisRecord {
  readonly eventSourceARN: string;
  readonly kinesis: {
    /** Base64. */
    readonly data: string;
    readonly partitionKey: string;
    readonly sequenceNumber: string;
    /** Seconds. */
    readonly approximateArrivalTimestamp: number;
  };
}

/** A record of a stream. `Data` is what its schema makes of it; text without one. */
export class KinesisRecord<Data = string> {
  readonly raw: RawKinesisRecord;
  readonly context: LambdaContext;
  readonly #validated: { readonly data: Data } | undefined;

  constructor(raw: RawKinesisRecord, context: LambdaContext, validated?: { readonly data: Data }) {
    this.raw = raw;
    this.context = context;
    this.#validated = validated;
  }

  /** What was put, as UTF-8, or what the schema made of its JSON. */
  get data(): Data {
    return this.#validated ? this.#validated.data : (textOf(this.raw) as Data);
  }

  /** The data as it was put, for what is no text. */
  bytes(): Uint8Array {
    return new Uint8Array(Buffer.from(this.raw.kinesis.data, 'base64'));
  }

  /** Records of one key keep their order. */
  get partitionKey(): string {
    return this.raw.kinesis.partitionKey;
  }

  /** Grows within a shard; failures are reported by it. */
  get sequenceNumber(): string {
    return this.raw.kinesis.sequenceNumber;
  }

  /** When it arrived in the stream. */
  get time(): Date {
    return new Date(this.raw.kinesis.approximateArrivalTimestamp * 1000);
  }
}

/** The data as UTF-8. */
export function textOf(raw: RawKinesisRecord): string {
  return Buffer.from(raw.kinesis.data, 'base64').toString();
}

/** A whole batch, for a handler with `batch: true`. */
export interface KinesisBatch<Data = string> {
  readonly records: readonly KinesisRecord<Data>[];
  readonly raw: { readonly Records: readonly RawKinesisRecord[] };
  readonly context: LambdaContext;
}
