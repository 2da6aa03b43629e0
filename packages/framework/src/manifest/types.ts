import type { Place } from '../errors.ts';
import type { AuthorizerDeclaration } from './authorizer-types.ts';

export type * from './authorizer-types.ts';

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
  /** For what no route says of itself: unknown paths, and routes that the configuration speaks for. */
  readonly cors?: CorsDeclaration | undefined;
  /** The WebSocket API, of an app that has handlers of one: what of a message names its route. */
  readonly websocket?: { readonly selection: string } | undefined;
  /** The app says itself what the errors of its routes look like. */
  readonly onError?: boolean | undefined;
  readonly resources: readonly ResourceDeclaration[];
  /** Those that routes name, and those that are functions of the app. */
  readonly authorizers: readonly AuthorizerDeclaration[];
  readonly handlers: readonly HandlerDeclaration[];
}

/** One handler: what calls it, and the settings of the function that runs it. */
export interface HandlerDeclaration<T extends Trigger = Trigger> {
  readonly name: string;
  readonly place?: Place | undefined;
  /** The class and method of a decorated handler. */
  readonly member?: { readonly class: string; readonly method: string } | undefined;
  /** The features that it is part of, the outermost first. */
  readonly feature?: readonly string[] | undefined;
  readonly docs?: HandlerDocs | undefined;
  readonly trigger: T;
  readonly settings: FunctionSettings;
}

/** What the comment above a handler says, as TSDoc has it; texts are Markdown. */
export interface HandlerDocs {
  /** The first paragraph. */
  readonly summary?: string | undefined;
  /** The rest, and `@remarks`. */
  readonly description?: string | undefined;
  /** `@deprecated` */
  readonly deprecated?: boolean | undefined;
  /** `@internal`: not for everybody's eyes. */
  readonly internal?: boolean | undefined;
  /** `@returns` */
  readonly returns?: string | undefined;
  /** `@throws`, each with the name of an error. */
  readonly throws?: readonly { readonly error: string; readonly when: string }[] | undefined;
}

/** What a handler may set for its function, as the manifest has it. */
export interface FunctionSettings extends SharedSettings {
  /** Added to what the command derives from the code. */
  readonly permissions?: readonly PermissionStatement[] | undefined;
}

/**
 * What users and the manifest write alike of a function. Routes that share a function get the largest memory and timeout.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
export interface SharedSettings {
  /** 256 characters at most. */
  readonly description?: string | undefined;
  /** MB, 128 to 10,240; default 256. */
  readonly memory?: number | undefined;
  /** Seconds, 1 to 900; default 30, for routes 29, which is also the most of those that don't stream. */
  readonly timeout?: number | undefined;
  /** Variables beside those that tell the function its resources; 4 KB together. */
  readonly environment?: Readonly<Record<string, string>> | undefined;
  /** Invocations at once, taken from the account's; 0 stops the function. Default: no limit of its own. */
  readonly reservedConcurrency?: number | undefined;
  /** `explicit` turns the derivation off: only `permissions` are granted. */
  readonly grants?: 'derived' | 'explicit' | undefined;
}

/** One IAM statement as users write it; a declared resource stands for its ARN (and what its kind has below it). */
export interface PermissionStatement {
  /** As IAM names them: `dynamodb:PutItem`. */
  readonly actions: readonly string[];
  readonly resources: readonly (ResourceRef | string)[];
  /** As IAM has them: operator, key, values. */
  readonly conditions?:
    | Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>
    | undefined;
}

// ---------------------------------------------------------------- triggers

/** What calls a handler; `source` tells which kind it is. */
export type Trigger =
  | RouteTrigger
  | WebsocketTrigger
  | ScheduleTrigger
  | EventTrigger
  | S3Trigger
  | SnsTrigger
  | SqsTrigger
  | DynamoDBTrigger
  | KinesisTrigger
  | AuthorizerTrigger
  | LambdaTrigger;

/** An HTTP request. */
export interface RouteTrigger {
  readonly source: 'route';
  readonly method: HttpMethod;
  /** API Gateway's form: `/users/{id}`, `/files/{path+}`. */
  readonly path: string;
  /** The function that serves it, where the route names one. */
  readonly function?: string | undefined;
  /** The name of one of {@link Manifest.authorizers}; absent: everybody may call it. */
  readonly authorizer?: string | undefined;
  /** Scopes of which a token has to have one. */
  readonly scopes?: readonly string[] | undefined;
  /** A key of the usage plan is asked for. */
  readonly apiKey?: boolean | undefined;
  /** What holds for pages of other origins, the app's included; `false` where the route wants none. */
  readonly cors?: CorsDeclaration | false | undefined;
  /** JSON Schemas of what is validated, before it is; `{}` where a validator can't give one. */
  readonly params?: JsonObject | undefined;
  readonly query?: JsonObject | undefined;
  readonly headers?: JsonObject | undefined;
  readonly body?: JsonObject | undefined;
  /** JSON Schemas of the bodies that are answered, by status. */
  readonly answers?: Readonly<Record<string, JsonObject>> | undefined;
  /** The route says itself what is answered to a request that doesn't fit. */
  readonly onInvalid?: boolean | undefined;
  /** The media types that are taken; all without. */
  readonly contentTypes?: readonly string[] | undefined;
  /** Bytes that a body may have. */
  readonly bodyLimit?: number | undefined;
  /** Answers are sent as they are made, where the target of the routes can do that. */
  readonly stream?: boolean | undefined;
}

/** Which pages of other origins may call, and what browsers let them see. */
export interface CorsDeclaration {
  /** `*`, `https://*`, or origins spelled out. */
  readonly origins: readonly string[];
  /** Those of the path without. */
  readonly methods?: readonly string[] | undefined;
  readonly headers: readonly string[];
  readonly exposeHeaders: readonly string[];
  /** Seconds. */
  readonly maxAge?: number | undefined;
  readonly credentials: boolean;
}

/** The methods that API Gateway takes; `ANY` stands for each that has no route of its own. */
export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS' | 'ANY';

/** What happens to the connections of a WebSocket API. */
export interface WebsocketTrigger {
  readonly source: 'websocket';
  /** `$connect`, `$disconnect`, `$default`, or the text that a message names it by. */
  readonly route: string;
  /** The function that serves it, where the route names one. */
  readonly function?: string | undefined;
  /** Of `$connect` alone: the name of one of {@link Manifest.authorizers}; absent: everybody may connect. */
  readonly authorizer?: string | undefined;
  /** JSON Schema of what is validated, before it is; `{}` where a validator can't give one. */
  readonly message?: JsonObject | undefined;
  /** What the function answers goes back to the sender: the route has a route response. */
  readonly reply: boolean;
}

/** The clock. */
export interface ScheduleTrigger {
  readonly source: 'schedule';
  /** `rate(1 hour)`, `cron(0 2 * * ? *)` or `at(2026-01-01T00:00:00)`. */
  readonly expression: string;
  /** IANA name; EventBridge Scheduler only. */
  readonly timezone?: string | undefined;
  readonly via: 'scheduler' | 'rule';
}

/** Events of an EventBridge bus. */
export interface EventTrigger {
  readonly source: 'event';
  readonly pattern: JsonObject;
  /** Name or ARN; the default bus without. */
  readonly bus?: string | undefined;
}

/** What happens to a bucket's objects. */
export interface S3Trigger {
  readonly source: 's3';
  readonly bucket: ResourceRef<'bucket'>;
  /** As AWS names them: `s3:ObjectCreated:*`. */
  readonly events: readonly string[];
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
}

/** A topic's messages. */
export interface SnsTrigger {
  readonly source: 'sns';
  readonly topic: ResourceRef<'topic'>;
  readonly filter?: JsonObject | undefined;
  readonly filterScope?: 'attributes' | 'body' | undefined;
}

/** A queue's messages. */
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

/** Changes of a table's items. */
export interface DynamoDBTrigger extends StreamSettings {
  readonly source: 'dynamodb';
  readonly table: ResourceRef<'table'>;
  /** Already part of `filters`; kept to be shown. */
  readonly events?: readonly ('INSERT' | 'MODIFY' | 'REMOVE')[] | undefined;
}

/** A stream's records. */
export interface KinesisTrigger extends StreamSettings {
  readonly source: 'kinesis';
  readonly stream: ResourceRef<'stream'>;
}

/** API Gateway, about a request for a route that names it. */
export interface AuthorizerTrigger {
  readonly source: 'authorizer';
}

/** Nothing but a caller that knows the function's name. */
export interface LambdaTrigger {
  readonly source: 'lambda';
}

// ---------------------------------------------------------------- resources

/** A resource that the app declares or names; `kind` tells which. */
export type ResourceDeclaration =
  | TableDeclaration
  | BucketDeclaration
  | QueueDeclaration
  | TopicDeclaration
  | StreamDeclaration
  | ParameterDeclaration
  | SecretDeclaration;

/** The kinds of resource that an app can declare. */
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

/** An attribute that is part of a key. */
export interface KeyAttribute {
  readonly name: string;
  readonly type: 'string' | 'number' | 'binary';
}

/** A DynamoDB table. */
export interface TableDeclaration extends Declared<'table'> {
  /** Absent only for an existing table. */
  readonly partitionKey?: KeyAttribute | undefined;
  readonly sortKey?: KeyAttribute | undefined;
  readonly indexes: readonly IndexDeclaration[];
  /** The attribute that holds the epoch second of expiry. */
  readonly ttl?: string | undefined;
}

/** A global secondary index; it holds the whole item. */
export interface IndexDeclaration {
  readonly name: string;
  readonly partitionKey: KeyAttribute;
  readonly sortKey?: KeyAttribute | undefined;
}

/** An S3 bucket. */
export interface BucketDeclaration extends Declared<'bucket'> {}

/** An SQS queue. */
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

/** An SNS topic. */
export interface TopicDeclaration extends Declared<'topic'> {
  readonly fifo: boolean;
}

/** A Kinesis stream. */
export interface StreamDeclaration extends Declared<'stream'> {
  /** On demand without. */
  readonly shards?: number | undefined;
}

/** A value that is given at deployment. */
export interface ParameterDeclaration extends Declared<'parameter'> {
  readonly default?: string | undefined;
  readonly description?: string | undefined;
}

/** A secret in Secrets Manager. */
export interface SecretDeclaration extends Declared<'secret'> {
  readonly description?: string | undefined;
}

/** What JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** An object of JSON. */
export interface JsonObject {
  readonly [key: string]: Json;
}
