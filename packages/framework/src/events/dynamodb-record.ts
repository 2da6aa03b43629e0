import { type AttributeMap, decodeItem } from '../attribute-value.ts';
import type { LambdaContext } from '../context.ts';
import type { AnyItem } from '../resources/table.ts';

/**
 * One record of a table's stream, as far as it is read here.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html
 */
export interface RawDynamoDBRecord {
  readonly eventID: string;
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly eventSourceARN: string;
  readonly userIdentity?: { readonly type: string; readonly principalId: string };
  readonly dynamodb: {
    readonly Keys: AttributeMap;
    readonly NewImage?: AttributeMap;
    readonly OldImage?: AttributeMap;
    readonly SequenceNumber: string;
    /** Seconds. */
    readonly ApproximateCreationDateTime?: number;
  };
}

/** A change of one item. Images are plain values, made when they are asked for: see {@link decodeItem}. */
export class DynamoDBRecord<Item = AnyItem> {
  readonly raw: RawDynamoDBRecord;
  readonly context: LambdaContext;
  #newImage: Item | undefined;
  #oldImage: Item | undefined;

  constructor(raw: RawDynamoDBRecord, context: LambdaContext) {
    this.raw = raw;
    this.context = context;
  }

  /** What happened to the item. */
  get eventName(): 'INSERT' | 'MODIFY' | 'REMOVE' {
    return this.raw.eventName;
  }

  /** The same each time that Lambda sends this record. */
  get eventId(): string {
    return this.raw.eventID;
  }

  /** The item after the change; absent when it was removed. */
  get newImage(): Item | undefined {
    this.#newImage ??= decoded(this.raw.dynamodb.NewImage);
    return this.#newImage;
  }

  /** The item before the change; absent when it is new. */
  get oldImage(): Item | undefined {
    this.#oldImage ??= decoded(this.raw.dynamodb.OldImage);
    return this.#oldImage;
  }

  /** The item's key attributes. */
  get keys(): Partial<Item> {
    return decodeItem(this.raw.dynamodb.Keys) as Partial<Item>;
  }

  /** Grows within a shard; failures are reported by it. */
  get sequenceNumber(): string {
    return this.raw.dynamodb.SequenceNumber;
  }

  /** When the item changed, to the second. */
  get time(): Date {
    return new Date((this.raw.dynamodb.ApproximateCreationDateTime ?? Number.NaN) * 1000);
  }

  /** Whether DynamoDB removed the item because its time was over. */
  get expired(): boolean {
    return this.raw.userIdentity?.principalId === 'dynamodb.amazonaws.com';
  }
}

function decoded<Item>(image: AttributeMap | undefined): Item | undefined {
  return image && (decodeItem(image) as Item);
}

/** A whole batch, for a handler with `batch: true`. */
export interface DynamoDBBatch<Item = AnyItem> {
  readonly records: readonly DynamoDBRecord<Item>[];
  readonly raw: { readonly Records: readonly RawDynamoDBRecord[] };
  readonly context: LambdaContext;
}
