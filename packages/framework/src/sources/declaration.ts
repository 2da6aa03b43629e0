import type { RouteOptions } from '../http/options.ts';
import type { RoutePattern } from '../http/pattern.ts';
import type { JsonObject } from '../manifest/types.ts';
import type { Bucket } from '../resources/bucket.ts';
import type { Queue } from '../resources/queue.ts';
import type { Stream } from '../resources/stream.ts';
import type { Table } from '../resources/table.ts';
import type { Topic } from '../resources/topic.ts';
import type { AuthorizerOptions } from './authorizer.ts';
import type { DynamoDBOptions } from './dynamodb.ts';
import type { EventOptions } from './event.ts';
import type { KinesisOptions } from './kinesis.ts';
import type { LambdaOptions } from './lambda.ts';
import type { S3Options } from './s3.ts';
import type { ScheduleOptions } from './schedule.ts';
import type { Schedule } from './schedule-expression.ts';
import type { SnsOptions } from './sns.ts';
import type { SqsOptions } from './sqs.ts';
import type { WebsocketOptions } from './websocket.ts';

/** What calls a handler, and its options, as they were written. The manifest is made from these. */
export interface Declarations {
  readonly route: { readonly target: RoutePattern; readonly options: RouteOptions };
  readonly websocket: { readonly target: string; readonly options: WebsocketOptions };
  readonly schedule: { readonly target: Schedule; readonly options: ScheduleOptions };
  readonly event: { readonly target: JsonObject; readonly options: EventOptions };
  readonly s3: { readonly target: Bucket | string; readonly options: S3Options };
  readonly sns: { readonly target: Topic | string; readonly options: SnsOptions };
  readonly sqs: { readonly target: Queue | string; readonly options: SqsOptions };
  readonly dynamodb: { readonly target: Table | string; readonly options: DynamoDBOptions };
  readonly kinesis: { readonly target: Stream | string; readonly options: KinesisOptions };
  readonly authorizer: { readonly target: undefined; readonly options: AuthorizerOptions };
  readonly lambda: { readonly target: undefined; readonly options: LambdaOptions };
}

export type SourceName = keyof Declarations;

export type DeclarationOf<S extends SourceName> = { readonly source: S } & Declarations[S];

export type Declaration = { [S in SourceName]: DeclarationOf<S> }[SourceName];
