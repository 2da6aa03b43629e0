export { App, type AppOptions, isApp, type WebsocketApiOptions } from './app.ts';
export { type AttributeMap, type AttributeValue, decodeItem, ExactNumber } from './attribute-value.ts';
export type { Authorizer } from './auth/authorizer.ts';
export type { AuthorizerEvent, AuthorizerRequest } from './auth/authorizer-request.ts';
export { type CognitoAuthorizerOptions, cognitoAuthorizer } from './auth/cognito-authorizer.ts';
export { type Allow, type AllowedRoutes, type AuthContext, allow, type Deny, deny } from './auth/decision.ts';
export type { AppAuth, FunctionAuth, IamAuth, RouteAuth, TokenAuth } from './auth/found.ts';
export { iamAuthorizer } from './auth/iam-authorizer.ts';
export type { Identity } from './auth/identity.ts';
export { type JwtAuthorizerOptions, jwtAuthorizer } from './auth/jwt-authorizer.ts';
export { type LambdaAuthorizerOptions, lambdaAuthorizer } from './auth/lambda-authorizer.ts';
export type { BatchResult } from './batch.ts';
export type { LambdaContext, LambdaFunction } from './context.ts';
export { isTankardError, type Place, type Problem, TankardError } from './errors.ts';
export { BusEvent, type ScheduledEvent } from './events/bus-event.ts';
export { type DynamoDBBatch, DynamoDBRecord } from './events/dynamodb-record.ts';
export { type KinesisBatch, KinesisRecord } from './events/kinesis-record.ts';
export { S3Event } from './events/s3-event.ts';
export { SnsMessage } from './events/sns-message.ts';
export { type SqsBatch, SqsMessage } from './events/sqs-message.ts';
export { Feature, type FeatureOptions } from './feature.ts';
export type { AnyAnswers } from './http/answers.ts';
export type { Cookie } from './http/cookie.ts';
export type { CorsOptions } from './http/cors/options.ts';
export {
  BadRequestError,
  ConflictError,
  ForbiddenError,
  HttpError,
  type HttpErrorOptions,
  isHttpError,
  MethodNotAllowedError,
  NotFoundError,
  RequestTimeoutError,
  TooManyRequestsError,
  UnauthorizedError,
  UnprocessableEntityError,
} from './http/errors.ts';
export type { Form, FormFile } from './http/form.ts';
export type { ErrorHandler } from './http/handler.ts';
export { type ReplyOptions, reply } from './http/make-reply.ts';
export type { RouteOptions } from './http/options.ts';
export type { PathParams, RoutePattern } from './http/pattern.ts';
export type { Reply, ReplyHeaders } from './http/reply.ts';
export type { CheckedRequest, RequestParts, RouteRequest, Values } from './http/request.ts';
export type { RouteAnswer } from './http/route-answer.ts';
export type { RouteType } from './http/route-type.ts';
export type { BodyStream, Chunk } from './http/stream/chunk.ts';
export type { LogFields, Logger } from './log.ts';
export type { Middleware, MiddlewareSource, SourceEvents, SourceMiddleware } from './middleware.ts';
export type { Registrar } from './registrar.ts';
export type { Handler } from './registration.ts';
export type { Bucket } from './resources/bucket.ts';
export type { Parameter, ParameterOptions } from './resources/parameter.ts';
export type { Queue, QueueOptions } from './resources/queue.ts';
export type { Secret, SecretOptions } from './resources/secret.ts';
export type { Stream, StreamOptions } from './resources/stream.ts';
export type { AnyItem, Key, Table, TableIndex, TableOptions } from './resources/table.ts';
export type { Topic, TopicOptions } from './resources/topic.ts';
export { type Issue, type Schema, SchemaError } from './schema.ts';
export type { Scope } from './scope.ts';
export type { Action } from './sources/action.ts';
export type { AuthorizerOptions, BuiltInAuthorizer } from './sources/authorizer.ts';
export type { DynamoDBOptions } from './sources/dynamodb.ts';
export type { EventOptions, EventPattern } from './sources/event.ts';
export type { Filter } from './sources/filter.ts';
export type { HandlerOptions, Permission } from './sources/handler-options.ts';
export type { KinesisOptions } from './sources/kinesis.ts';
export type { LambdaOptions } from './sources/lambda.ts';
export type { S3EventName, S3Options } from './sources/s3.ts';
export type { ScheduleOptions } from './sources/schedule.ts';
export { Cron, type CronField, type CronFields, Rate, type Schedule } from './sources/schedule-expression.ts';
export type { SnsOptions } from './sources/sns.ts';
export type { SqsOptions } from './sources/sqs.ts';
export type {
  ConnectOptions,
  DisconnectOptions,
  MessageRoute,
  OneWayOptions,
  TwoWayOptions,
  WebsocketOptions,
} from './sources/websocket.ts';
export { ConnectEvent } from './websocket/connect-event.ts';
export type { Connection, ConnectionInfo } from './websocket/connection.ts';
export { ConnectionGoneError } from './websocket/connection-gone-error.ts';
export { DisconnectEvent } from './websocket/disconnect-event.ts';
export type { MessageError } from './websocket/message-error.ts';
export { WebsocketMessage } from './websocket/websocket-message.ts';
