import type { App } from '../app.ts';
import type { LambdaContext } from '../context.ts';
import { type EventClient, eventClient, type ScheduleClient, scheduleClient } from './bus.ts';
import { testContext } from './context.ts';
import { type DynamoDBClient, dynamodbClient } from './dynamodb.ts';
import { findHandler, type HandlerOrName } from './find-handler.ts';
import { type HttpClient, httpClient } from './http.ts';
import { type KinesisClient, kinesisClient } from './kinesis.ts';
import { type S3Client, s3Client } from './s3.ts';
import { type SnsClient, snsClient } from './sns.ts';
import { type SqsClient, sqsClient } from './sqs.ts';
import { type WebsocketClient, websocketClient } from './websocket.ts';

/** Sends an app what AWS would send it. Handlers are given themselves, or by name. */
export interface TestClient {
  readonly http: HttpClient;
  readonly websocket: WebsocketClient;
  sqs(handler: HandlerOrName): SqsClient;
  sns(handler: HandlerOrName): SnsClient;
  s3(handler: HandlerOrName): S3Client;
  dynamodb(handler: HandlerOrName): DynamoDBClient;
  kinesis(handler: HandlerOrName): KinesisClient;
  schedule(handler: HandlerOrName): ScheduleClient;
  event(handler: HandlerOrName): EventClient;
  lambda(handler: HandlerOrName): LambdaClient;
}

/** Invokes a handler that has no trigger. */
export interface LambdaClient {
  /** @returns what the handler returned */
  invoke(event?: unknown): Promise<unknown>;
}

/** How a test client differs from the usual one. */
export interface TestClientOptions {
  /** What is different from {@link testContext} in the context of every invocation. */
  readonly context?: Partial<LambdaContext> | undefined;
}

/**
 * Makes a client that runs an app in the process of a test: events of AWS's shapes go through the adapters that run in
 * Lambda, the app's middleware included. Nothing is packaged and nothing listens on a port.
 *
 * @example
 * const client = createTestClient(app);
 * const answer = await client.http.post('/dev/schedule', { json: { subject: 'Hi' } });
 * expect(answer.statusCode).toBe(200);
 * expect((await client.sqs(worker).send({ id: 7 })).failed).toEqual([]);
 */
export function createTestClient(app: App, options: TestClientOptions = {}): TestClient {
  const context = () => testContext(options.context);
  return {
    http: httpClient(app, context),
    websocket: websocketClient(app, context),
    sqs: (handler) => sqsClient(app, handler, context),
    sns: (handler) => snsClient(app, handler, context),
    s3: (handler) => s3Client(app, handler, context),
    dynamodb: (handler) => dynamodbClient(app, handler, context),
    kinesis: (handler) => kinesisClient(app, handler, context),
    schedule: (handler) => scheduleClient(app, handler, context),
    event: (handler) => eventClient(app, handler, context),
    lambda: (handler) => {
      const { lambda } = findHandler(app, 'lambda', handler);
      return { invoke: (event) => lambda(event, context()) };
    },
  };
}
