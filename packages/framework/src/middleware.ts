import type { LambdaContext } from './context.ts';
import type { BusEvent, ScheduledEvent } from './events/bus-event.ts';
import type { DynamoDBBatch, DynamoDBRecord } from './events/dynamodb-record.ts';
import type { KinesisBatch, KinesisRecord } from './events/kinesis-record.ts';
import type { S3Event } from './events/s3-event.ts';
import type { SnsMessage } from './events/sns-message.ts';
import type { SqsBatch, SqsMessage } from './events/sqs-message.ts';
import type { RouteRequest } from './http/request.ts';
import type { RouteAnswer } from './http/route-answer.ts';
import type { UserHandler } from './registration.ts';
import type { SourceName } from './sources/declaration.ts';
import type { ConnectEvent } from './websocket/connect-event.ts';
import type { DisconnectEvent } from './websocket/disconnect-event.ts';
import type { WebsocketMessage } from './websocket/websocket-message.ts';

/** Runs around every invocation of a function, whatever calls it: `next()` goes on. */
export type Middleware = (
  raw: unknown,
  context: LambdaContext,
  next: () => Promise<unknown>,
) => Promise<unknown>;

/** What the handlers of each source get; with `batch: true` the whole batch. */
export interface SourceEvents {
  readonly route: RouteRequest;
  readonly websocket: ConnectEvent | DisconnectEvent | WebsocketMessage;
  readonly schedule: ScheduledEvent;
  readonly event: BusEvent;
  readonly s3: S3Event;
  readonly sns: SnsMessage<unknown>;
  readonly sqs: SqsMessage<unknown> | SqsBatch<unknown>;
  readonly dynamodb: DynamoDBRecord | DynamoDBBatch;
  readonly kinesis: KinesisRecord<unknown> | KinesisBatch<unknown>;
  readonly lambda: unknown;
}

/** The sources whose handlers {@link SourceMiddleware} may run around. */
export type MiddlewareSource = keyof SourceEvents & SourceName;

/**
 * Runs around each call of the handlers of one source, so once a record where they take one at a time. It gives what the
 * handler gives, or something else. `next()` of a route gives its answer, also where that is an error; of any other source it
 * gives what the handler returned, and rejects where that threw.
 */
export type SourceMiddleware<Source extends MiddlewareSource = MiddlewareSource> = (
  event: SourceEvents[Source],
  next: () => Promise<Source extends 'route' ? RouteAnswer : unknown>,
) => unknown;

/** Middleware as it was declared; what it takes and what `next` gives are of its source. */
export interface NotedMiddleware {
  readonly source: MiddlewareSource;
  readonly run: (event: never, next: never) => unknown;
}

/** Puts middleware around a handler, the first outermost. */
export function around(handler: UserHandler, middleware: readonly NotedMiddleware[]): UserHandler {
  return middleware.reduceRight<UserHandler>(
    (inner, { run }) =>
      async (event, ...more) =>
        run(event as never, (async () => inner(event, ...more)) as never),
    handler,
  );
}
