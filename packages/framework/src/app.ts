import type { Authorizer } from './auth/authorizer.ts';
import { declareResource } from './declare.ts';
import type { CorsOptions } from './http/cors/options.ts';
import type { ErrorHandler } from './http/handler.ts';
import { leftOut } from './left-out.ts';
import { Logger } from './log.ts';
import type { Middleware, MiddlewareSource, SourceMiddleware } from './middleware.ts';
import type { AnyResource } from './resources/any-resource.ts';
import type { DeclareBucket } from './resources/bucket.ts';
import type { DeclareParameter } from './resources/parameter.ts';
import type { DeclareQueue } from './resources/queue.ts';
import type { DeclareSecret } from './resources/secret.ts';
import type { DeclareStream } from './resources/stream.ts';
import type { DeclareTable } from './resources/table.ts';
import type { DeclareTopic } from './resources/topic.ts';
import { ApiUrl } from './resources/url.ts';
import { emptyScope, Scope, type ScopeState } from './scope.ts';
import type { Connections } from './websocket/connection.ts';
import { WebsocketUrl } from './websocket/websocket-url.ts';

/** Left out where nothing asks for it; its type is that of what stands there else. */
const Url = process.env.TANKARD_WITHOUT_RESOURCES ? (Object as unknown as typeof ApiUrl) : ApiUrl;

const socketUrl = process.env.TANKARD_WITHOUT_CONNECTIONS ? undefined : new WebsocketUrl();

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
  /** The app's WebSocket API, of an app with handlers of `app.websocket`. */
  readonly websocket?: WebsocketApiOptions | undefined;
  /** Answers an error of a route that nobody expected with its stack, in place of a 500 that tells nothing. Never in production. */
  readonly debug?: boolean | undefined;
}

/** What an app may say of its WebSocket API. */
export interface WebsocketApiOptions {
  /** Where a message, which is JSON, names its route; default `action`. A path such as `message.type` looks further in. */
  readonly routeKey?: string | undefined;
}

/** What an app has collected. */
export interface AppState extends ScopeState {
  readonly resources: AnyResource[];
  readonly middleware: Middleware[];
  onError: ErrorHandler | undefined;
  /** What a test puts in place of API Gateway's. */
  connections?: Connections | undefined;
}

const brand = Symbol.for('tankard.app');

/**
 * An app: resources, and functions with what calls them. It collects declarations and does nothing else.
 *
 * @example
 * export const app = new App('group-mailer');
 * export const hello = app.route('GET /hello/{name}', (req) => ({ hello: req.params.name }));
 */
export class App extends Scope<''> {
  /** The beginning of every name in AWS: a letter, then letters, digits or hyphens, 32 at most. */
  readonly name: string;
  readonly options: AppOptions;
  override readonly log: Logger = new Logger();
  override readonly state: AppState = {
    ...emptyScope(),
    resources: [],
    middleware: [],
    onError: undefined,
  };
  readonly [brand] = true;

  constructor(name: string, options: AppOptions = {}) {
    super();
    this.name = name;
    this.options = options;
  }

  override get host(): this {
    return this;
  }

  /** A DynamoDB table. */
  get table(): DeclareTable {
    return declareResource(this, 'table');
  }

  /** An S3 bucket. */
  get bucket(): DeclareBucket {
    return declareResource(this, 'bucket');
  }

  /** An SQS queue. */
  get queue(): DeclareQueue {
    return declareResource(this, 'queue');
  }

  /** An SNS topic. */
  get topic(): DeclareTopic {
    return declareResource(this, 'topic');
  }

  /** A Kinesis stream. */
  get stream(): DeclareStream {
    return declareResource(this, 'stream');
  }

  /** A value that is given at deployment. */
  get parameter(): DeclareParameter {
    return declareResource(this, 'parameter');
  }

  /** A secret in Secrets Manager. */
  get secret(): DeclareSecret {
    return declareResource(this, 'secret');
  }

  /** The base URL of this app's API, known when a function runs. */
  readonly url: ApiUrl = new Url();

  /** The address of this app's WebSocket API, which clients connect to; known when a function runs. */
  readonly websocketUrl: WebsocketUrl = socketUrl as WebsocketUrl;

  /** Runs around every invocation of every function of the app, in the order of declaration. */
  override middleware(middleware: Middleware): this;
  /** Runs around each call of the handlers of one source, inside of what runs around everything. */
  override middleware<Source extends MiddlewareSource>(
    source: Source,
    middleware: SourceMiddleware<Source>,
  ): this;
  override middleware(first: Middleware | MiddlewareSource, run?: SourceMiddleware): this {
    if (process.env.TANKARD_WITHOUT_MIDDLEWARE) return leftOut();
    if (typeof first !== 'function') return run ? super.middleware(first, run) : this;
    this.state.middleware.push(first);
    return this;
  }

  /** Decides how errors of routes are answered; undefined leaves one to the default answer. */
  onError(handler: ErrorHandler): this {
    this.state.onError = handler;
    return this;
  }
}

/** Whether a value is an {@link App} of any copy of this package. */
export function isApp(value: unknown): value is App {
  return typeof value === 'object' && value !== null && brand in value;
}
