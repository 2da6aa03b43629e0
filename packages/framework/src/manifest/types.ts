import type { Place } from '../errors.ts';

/** The version of the manifest's shape. A reader refuses one that it does not know. */
export const MANIFEST_VERSION = 1;

/** What an app declares, as plain JSON: the only contract between the framework and the command. */
export interface Manifest {
  readonly version: typeof MANIFEST_VERSION;
  readonly app: string;
  /** One function `api` for all routes, or one a route. */
  readonly routes: 'together' | 'separate';
  /** Who answers an unknown path: the gateway, or the function through a `$default` route. */
  readonly notFound: 'gateway' | 'app';
  readonly resources: readonly ResourceDeclaration[];
  readonly handlers: readonly HandlerDeclaration[];
}

/** One handler: what calls it, and the settings of the function that runs it. */
export interface HandlerDeclaration<T extends Trigger = Trigger> {
  readonly name: string;
  readonly place?: Place | undefined;
  /** The class and method of a decorated handler. */
  readonly member?: { readonly class: string; readonly method: string } | undefined;
  readonly trigger: T;
  readonly settings: FunctionSettings;
}

/** What a handler may set for its function. Routes that share a function get the largest memory and timeout. */
export interface FunctionSettings {
  readonly description?: string | undefined;
  /** MB. */
  readonly memory?: number | undefined;
  /** Seconds. */
  readonly timeout?: number | undefined;
  readonly environment?: Readonly<Record<string, string>> | undefined;
  readonly reservedConcurrency?: number | undefined;
  /** Added to what the command derives from the code. */
  readonly permissions?: readonly PermissionStatement[] | undefined;
  /** `explicit` turns the derivation off: only `permissions` are granted. */
  readonly grants?: 'derived' | 'explicit' | undefined;
}

/** One IAM statement as users write it; a declared resource stands for its ARN (and what its kind has below it). */
export interface PermissionStatement {
  readonly actions: readonly string[];
  readonly resources: readonly (ResourceRef | string)[];
  readonly conditions?:
    | Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>
    | undefined;
}

// ---------------------------------------------------------------- triggers

export type Trigger =
  | RouteTrigger
  | ScheduleTrigger
  | EventTrigger
  | S3Trigger
  | SnsTrigger
  | SqsTrigger
  | DynamoDBTrigger
  | KinesisTrigger
  | LambdaTrigger;

export interface RouteTrigger {
  readonly source: 'route';
  readonly method: HttpMethod;
  /** API Gateway's form: `/users/{id}`, `/files/{path+}`. */
  readonly path: string;
  /** The function that serves it, where the route names one. */
  readonly function?: string | undefined;
  /** JSON Schema of the body, where its validator can give one. */
  readonly body?: JsonObject | undefined;
}
export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS' | 'ANY';

export interface ScheduleTrigger {
  readonly source: 'schedule';
  /** `rate(1 hour)`, `cron(0 2 * * ? *)` or `at(2026-01-01T00:00:00)`. */
  readonly expression: string;
  /** IANA name; EventBridge Scheduler only. */
  readonly timezone?: string | undefined;
  readonly via: 'scheduler' | 'rule';
}

export interface EventTrigger {
  readonly source: 'event';
  readonly pattern: JsonObject;
  /** Name or ARN; the default bus without. */
  readonly bus?: string | undefined;
}

export interface S3Trigger {
  readonly source: 's3';
  readonly bucket: ResourceRef<'bucket'>;
  /** As AWS names them: `s3:ObjectCreated:*`. */
  readonly events: readonly string[];
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
}

export interface SnsTrigger {
  readonly source: 'sns';
  readonly topic: ResourceRef<'topic'>;
  readonly filter?: JsonObject | undefined;
  readonly filterScope?: 'attributes' | 'body' | undefined;
}

export interface SqsTrigger {
  readonly source: 'sqs';
  readonly queue: ResourceRef<'queue'>;
  readonly batchSize: number;
  /** Seconds. */
  readonly batchWindow?: number | undefined;
  /** How many batches AWS runs at once, 2 to 1,000. */
  readonly concurrency?: number | undefined;
  readonly filters: readonly JsonObject[];
  /** The handler takes the whole batch and not a message at a time. */
  readonly batch: boolean;
}

/** What the two kinds of stream have in common; defaults are filled in. */
export interface StreamSettings {
  readonly batchSize: number;
  /** Seconds. */
  readonly batchWindow?: number | undefined;
  readonly startingPosition: 'TRIM_HORIZON' | 'LATEST';
  /** Batches of one shard at once, 1 to 10. */
  readonly concurrency?: number | undefined;
  readonly filters: readonly JsonObject[];
  /** -1: for ever. */
  readonly retries: number;
  /** Seconds; -1: for ever. */
  readonly maxAge?: number | undefined;
  readonly bisect: boolean;
  /** `own`: the queue `<handler>Failures`, which we make. `block`: retried until it expires. */
  readonly onFailure: 'own' | 'drop' | 'block' | ResourceRef<'queue' | 'topic'>;
  readonly batch: boolean;
}

export interface DynamoDBTrigger extends StreamSettings {
  readonly source: 'dynamodb';
  readonly table: ResourceRef<'table'>;
  /** Already part of `filters`; kept to be shown. */
  readonly events?: readonly ('INSERT' | 'MODIFY' | 'REMOVE')[] | undefined;
}

export interface KinesisTrigger extends StreamSettings {
  readonly source: 'kinesis';
  readonly stream: ResourceRef<'stream'>;
}

export interface LambdaTrigger {
  readonly source: 'lambda';
}

// ---------------------------------------------------------------- resources

export type ResourceDeclaration =
  | TableDeclaration
  | BucketDeclaration
  | QueueDeclaration
  | TopicDeclaration
  | StreamDeclaration
  | ParameterDeclaration
  | SecretDeclaration;

export type ResourceKind = ResourceDeclaration['kind'];

/** Names one entry of {@link Manifest.resources}. A bare name or ARN given to a handler has an entry too, an existing one. */
export interface ResourceRef<K extends ResourceKind = ResourceKind> {
  readonly kind: K;
  readonly name: string;
}

interface Declared<K extends string> {
  readonly kind: K;
  readonly name: string;
  readonly place?: Place | undefined;
  /** The name or ARN of one that is there already and is not ours to make. */
  readonly existing?: string | undefined;
}

export interface KeyAttribute {
  readonly name: string;
  readonly type: 'string' | 'number' | 'binary';
}

export interface TableDeclaration extends Declared<'table'> {
  /** Absent only for an existing table. */
  readonly partitionKey?: KeyAttribute | undefined;
  readonly sortKey?: KeyAttribute | undefined;
  readonly indexes: readonly IndexDeclaration[];
  /** The attribute that holds the epoch second of expiry. */
  readonly ttl?: string | undefined;
}
export interface IndexDeclaration {
  readonly name: string;
  readonly partitionKey: KeyAttribute;
  readonly sortKey?: KeyAttribute | undefined;
}

export interface BucketDeclaration extends Declared<'bucket'> {}

export interface QueueDeclaration extends Declared<'queue'> {
  readonly fifo: boolean;
  /** Seconds; 6 × the timeout of its handler where it is not given. */
  readonly visibility?: number | undefined;
  readonly deadLetter?:
    | { readonly maxReceives: number; readonly queue?: ResourceRef<'queue'> | undefined }
    | undefined;
  /** The topic that feeds it. */
  readonly from?: ResourceRef<'topic'> | undefined;
  readonly filter?: JsonObject | undefined;
  readonly filterScope?: 'attributes' | 'body' | undefined;
  /** The topic's message arrives without SNS's envelope. */
  readonly raw?: boolean | undefined;
}

export interface TopicDeclaration extends Declared<'topic'> {
  readonly fifo: boolean;
}

export interface StreamDeclaration extends Declared<'stream'> {
  /** On demand without. */
  readonly shards?: number | undefined;
}

export interface ParameterDeclaration extends Declared<'parameter'> {
  readonly default?: string | undefined;
  readonly description?: string | undefined;
}

export interface SecretDeclaration extends Declared<'secret'> {
  readonly description?: string | undefined;
}

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}
