import type { App, AppOptions } from './app.ts';
import { declareHandler, declareUntargeted, useMethods } from './declare.ts';
import type { Feature } from './feature.ts';
import type { ErrorHandler } from './http/handler.ts';
import { leftOut } from './left-out.ts';
import type { Logger } from './log.ts';
import type { Middleware, MiddlewareSource, NotedMiddleware, SourceMiddleware } from './middleware.ts';
import type { Mount, MountPrefix } from './mount.ts';
import type { Registration, Site } from './registration.ts';
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
import type { OnWebsocket } from './sources/websocket.ts';
import { type Connection, type Connections, openConnection } from './websocket/connection.ts';

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

/** What an app or a feature has collected. The manifest and the tests read it; users don't. */
export interface ScopeState {
  /** Those of mounted features are among an app's. */
  readonly registrations: Registration[];
  readonly noted: Map<unknown, NotedMethod[]>;
  readonly awaiting: Set<AwaitingDeclaration>;
  readonly sourceMiddleware: NotedMiddleware[];
  readonly mounts: Mount[];
  /** Where a feature is mounted takes each of its registrations. */
  passOn: ((registration: Registration) => void) | undefined;
}

/** What handlers run with that is the whole app's. */
export interface Host {
  readonly log: Logger;
  readonly options: AppOptions;
  readonly state: {
    readonly middleware: readonly Middleware[];
    readonly sourceMiddleware: readonly NotedMiddleware[];
    readonly onError: ErrorHandler | undefined;
    readonly connections?: Connections | undefined;
  };
}

/** Nothing collected yet. */
export function emptyScope(): ScopeState {
  return {
    registrations: [],
    noted: new Map(),
    awaiting: new Set(),
    sourceMiddleware: [],
    mounts: [],
    passOn: undefined,
  };
}

/** Under this the command finds the method that gives a view of an app or a feature for one declaration. */
export const at: unique symbol = Symbol.for('tankard.at');

// Left out where nothing says the word.
const open = process.env.TANKARD_WITHOUT_CONNECTIONS ? undefined : openConnection;

/** What {@link App} and {@link Feature} have in common: handlers, and middleware of their sources. */
export abstract class Scope<out Prefix extends string = string> {
  abstract readonly state: ScopeState;
  /** Writes JSON with the request's id; the level comes from the stage's configuration. */
  abstract readonly log: Logger;
  /** What its handlers run with. */
  abstract get host(): Host;
  /** Only on the view that the command makes for one declaration. */
  declare readonly site?: Site;

  /** Answers an HTTP request: `app.route('GET /users/{id}', (req) => …)`. */
  readonly route: OnRoute<Prefix> = declareHandler('route');
  /** Takes what clients of the WebSocket API do: `app.websocket('$connect', (event) => …)`, `app.websocket('send', (message) => …)`. */
  readonly websocket: OnWebsocket = declareHandler('websocket');
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

  /** A client of the app's WebSocket API by the id of its connection, from any handler: `app.connection(id).send(…)`. */
  readonly connection: (id: string) => Connection = open as typeof openConnection;

  /** Registers the decorated methods of an instance, bound to it. Once a class; pass the class itself for static methods. */
  use(instance: object): this {
    if (process.env.TANKARD_WITHOUT_CLASSES) leftOut();
    else useMethods(this, instance);
    return this;
  }

  /** Runs around each call of the handlers of one source, inside of what runs around everything. */
  middleware<Source extends MiddlewareSource>(source: Source, middleware: SourceMiddleware<Source>): this {
    if (process.env.TANKARD_WITHOUT_MIDDLEWARE) return leftOut();
    this.state.sourceMiddleware.push({ source, run: middleware });
    return this;
  }

  /**
   * Takes a feature in: its routes get the prefix, its handlers are handlers of the app.
   *
   * @param prefix In front of the paths of its routes, such as `/users`; `/` leaves them as they are. A feature that says where it
   *   stands takes no other.
   */
  mount<Whole extends string>(prefix: MountPrefix<Prefix, NoInfer<Whole>>, feature: Feature<Whole>): this {
    feature.mountIn(this, prefix);
    return this;
  }

  /** A view whose next declaration stands at a place and has a name; the command calls it while loading. */
  [at](site: Site): this {
    return process.env.TANKARD_SOURCE ? leftOut() : Object.create(this, { site: { value: site } });
  }
}

/** Notes a handler, here and wherever this is mounted. */
export function addRegistration({ state }: Pick<Scope, 'state'>, registration: Registration): void {
  state.registrations.push(registration);
  state.passOn?.(registration);
}
