import type { Authorizer } from './auth/authorizer.ts';
import { declareHandler, declareResource, declareUntargeted, useMethods } from './declare.ts';
import type { CorsOptions } from './http/cors/options.ts';
import type { ErrorHandler } from './http/handler.ts';
import { Logger } from './log.ts';
import type { Middleware, MiddlewareSource, NotedMiddleware, SourceMiddleware } from './middleware.ts';
import type { Registration, Site } from './registration.ts';
import type { AnyResource } from './resources/any-resource.ts';
import { Bucket, type DeclareBucket } from './resources/bucket.ts';
import { type DeclareParameter, Parameter } from './resources/parameter.ts';
import { type DeclareQueue, Queue } from './resources/queue.ts';
import { type DeclareSecret, Secret } from './resources/secret.ts';
import { type DeclareStream, Stream } from './resources/stream.ts';
import { type DeclareTable, Table } from './resources/table.ts';
import { type DeclareTopic, Topic } from './resources/topic.ts';
import { ApiUrl } from './resources/url.ts';
import type { OnAuthorizer } from './sources/authorizer.ts';
import type { Declaration } from './sources/declaration.ts';
import type { OnDynamoDBRecord } from './sources/dynamodb.ts';
import type { OnEvent } from './sources/event.ts';
import type { OnKinesisRecord } from './sources/kinesis.ts';
import type { OnLambda } from './sources/lambda.ts';
import type { OnRoute } from './sources/route.ts';
import type { OnS3Event } from './sources/s3.ts';
import type { OnSchedule } from './sources/schedule.ts';
import type { OnSnsMessage } from './sources/sns.ts';
import type { OnSqsMessage } from './sources/sqs.ts';

/** What an app may say of its routes as a whole. */
export interface AppOptions {
  /** One function `api` for all routes (default), or one a route. A route's `function` says otherwise for itself. */
  readonly routes?: 'together' | 'separate' | undefined;
  /** Who answers an unknown path: API Gateway (default), or the app, through a `$default` route. */
  readonly notFound?: 'gateway' | 'app' | undefined;
  /** Decides who may call the routes that name no authorizer themselves; `'none'` there leaves one open to all. */
  readonly authorizer?: Authorizer | undefined;
  /** Lets pages of other origins call the routes; a route's own `cors` says otherwise for itself. Default off. */
  readonly cors?: boolean | CorsOptions | undefined;
  /** Answers an error of a route that nobody expected with its stack, in place of a 500 that tells nothing. Never in production. */
  readonly debug?: boolean | undefined;
}

/** A decorated method; it counts as a handler once an instance of its class is used. */
export interface NotedMethod {
  readonly declaration: Declaration;
  readonly key: string | symbol;
  readonly place: Site | undefined;
  used: number;
}

/** A declaration that waits for its handler: what stands between `app.x(target)` and its use. */
export interface AwaitingDeclaration {
  readonly declaration: Declaration;
  readonly place: Site | undefined;
}

/** What an app has collected. The manifest and the tests read it; users don't. */
export interface AppState {
  readonly registrations: Registration[];
  readonly noted: Map<unknown, NotedMethod[]>;
  readonly awaiting: Set<AwaitingDeclaration>;
  readonly resources: AnyResource[];
  readonly middleware: Middleware[];
  readonly sourceMiddleware: NotedMiddleware[];
  onError: ErrorHandler | undefined;
}

/** Under this the command finds the method that gives a view of the app for one declaration. */
export const at: unique symbol = Symbol.for('tankard.at');
const brand = Symbol.for('tankard.app');

/**
 * An app: resources, and functions with what calls them. It collects declarations and does nothing else.
 *
 * @example
 * export const app = new App('group-mailer');
 * export const hello = app.route('GET /hello/{name}', (req) => ({ hello: req.params.name }));
 */
export class App {
  /** The beginning of every name in AWS: a letter, then letters, digits or hyphens, 32 at most. */
  readonly name: string;
  readonly options: AppOptions;
  /** Writes JSON with the request's id; the level comes from the stage's configuration. */
  readonly log: Logger = new Logger();
  readonly state: AppState = {
    registrations: [],
    noted: new Map(),
    awaiting: new Set(),
    resources: [],
    middleware: [],
    sourceMiddleware: [],
    onError: undefined,
  };
  /** Only on the view that the command makes of the app for one declaration. */
  declare readonly site?: Site;
  readonly [brand] = true;

  constructor(name: string, options: AppOptions = {}) {
    this.name = name;
    this.options = options;
  }

  /** Answers an HTTP request: `app.route('GET /users/{id}', (req) => …)`. */
  readonly route: OnRoute = declareHandler('route');
  /** Runs by the clock: `app.schedule(Rate.hours(1), (event) => …)`. */
  readonly schedule: OnSchedule = declareHandler('schedule');
  /** Takes events of EventBridge that fit a pattern. */
  readonly onEvent: OnEvent = declareHandler('event');
  /** Takes what happens to a bucket's objects, one record a call. */
  readonly onS3Event: OnS3Event = declareHandler('s3');
  /** Takes a topic's messages, one a call. */
  readonly onSnsMessage: OnSnsMessage = declareHandler('sns');
  /** Takes a queue's messages, one a call, or whole batches. Each that fails is reported by itself. */
  readonly onSqsMessage: OnSqsMessage = declareHandler('sqs');
  /** Takes changes of a table's items, one a call, or whole batches. The table's stream is switched on. */
  readonly onDynamoDBRecord: OnDynamoDBRecord = declareHandler('dynamodb');
  /** Takes a stream's records, one a call, or whole batches. */
  readonly onKinesisRecord: OnKinesisRecord = declareHandler('kinesis');
  /** A function that nothing calls but who invokes it by name. */
  readonly lambda: OnLambda = declareUntargeted('lambda');
  /** Decides who may call the routes that name it: `app.authorizer((request) => allow({ … }))`. A function of its own. */
  readonly authorizer: OnAuthorizer = declareUntargeted('authorizer');

  /** A DynamoDB table. */
  get table(): DeclareTable {
    return declareResource(this, Table);
  }

  /** An S3 bucket. */
  get bucket(): DeclareBucket {
    return declareResource(this, Bucket);
  }

  /** An SQS queue. */
  get queue(): DeclareQueue {
    return declareResource(this, Queue);
  }

  /** An SNS topic. */
  get topic(): DeclareTopic {
    return declareResource(this, Topic);
  }

  /** A Kinesis stream. */
  get stream(): DeclareStream {
    return declareResource(this, Stream);
  }

  /** A value that is given at deployment. */
  get parameter(): DeclareParameter {
    return declareResource(this, Parameter);
  }

  /** A secret in Secrets Manager. */
  get secret(): DeclareSecret {
    return declareResource(this, Secret);
  }

  /** The base URL of this app's API, known when a function runs. */
  readonly url: ApiUrl = new ApiUrl();

  /** Registers the decorated methods of an instance, bound to it. Once a class; pass the class itself for static methods. */
  use(instance: object): this {
    useMethods(this, instance);
    return this;
  }

  /** Runs around every invocation of every function of the app, in the order of declaration. */
  middleware(middleware: Middleware): this;
  /** Runs around each call of the handlers of one source, inside of what runs around everything. */
  middleware<Source extends MiddlewareSource>(source: Source, middleware: SourceMiddleware<Source>): this;
  middleware(first: Middleware | MiddlewareSource, run?: NotedMiddleware['run']): this {
    if (typeof first === 'function') this.state.middleware.push(first);
    else if (run) this.state.sourceMiddleware.push({ source: first, run });
    return this;
  }

  /** Decides how errors of routes are answered; undefined leaves one to the default answer. */
  onError(handler: ErrorHandler): this {
    this.state.onError = handler;
    return this;
  }

  /** A view of the app whose next declaration stands at a place and has a name; the command calls it while loading. */
  [at](site: Site): App {
    return Object.create(this, { site: { value: site } });
  }
}

/** Whether a value is an {@link App} of any copy of this package. */
export function isApp(value: unknown): value is App {
  return typeof value === 'object' && value !== null && brand in value;
}
