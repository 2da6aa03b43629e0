export { authorizerEvent } from './authorizer-event.ts';
export type { BatchOutcome } from './batch-outcome.ts';
export { type BusInput, busEvent, type EventClient, type ScheduleClient, scheduledEvent } from './bus.ts';
export { createTestClient, type LambdaClient, type TestClient, type TestClientOptions } from './client.ts';
export { testContext } from './context.ts';
export { type DynamoDBClient, type DynamoDBInput, type DynamoDBOrigin, dynamodbEvent } from './dynamodb.ts';
export { encodeItem } from './encode-item.ts';
export type { HandlerOrName } from './find-handler.ts';
export type { HttpClient } from './http.ts';
export type { HttpAnswer } from './http-answer.ts';
export { type HttpInput, type HttpPayload, httpEvent } from './http-event.ts';
export type { HttpStream } from './http-stream.ts';
export { type KinesisClient, type KinesisInput, kinesisEvent } from './kinesis.ts';
export { handlerName, nameHandlers } from './name-handlers.ts';
export { type S3Client, type S3Input, s3Event } from './s3.ts';
export { type SnsClient, type SnsInput, snsEvent } from './sns.ts';
export { type SqsClient, type SqsInput, sqsEvent } from './sqs.ts';
export {
  type ConnectInput,
  ConnectionRefusedError,
  type TestConnection,
  type WebsocketClient,
} from './websocket.ts';
export { type WebsocketInput, websocketEvent } from './websocket-event.ts';
