import type { LambdaFunction } from '../context.ts';
import { recordsOf } from '../events/records.ts';
import { type RawSnsRecord, SnsMessage } from '../events/sns-message.ts';
import type { JsonObject, SnsTrigger } from '../manifest/types.ts';
import type { Registrar } from '../registrar.ts';
import type { Handler, UserHandler } from '../registration.ts';
import type { Topic } from '../resources/topic.ts';
import { type Schema, validateJson } from '../schema.ts';
import type { DeclarationOf } from './declaration.ts';
import { forEachRecord } from './each-record.ts';
import type { HandlerOptions } from './handler-options.ts';
import type { Refer } from './refer.ts';

/**
 * Which of a topic's messages a handler takes.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-message-filtering.html
 */
export interface SnsOptions<Message = unknown> extends HandlerOptions {
  /** What the message must be: it is read as JSON and validated before the handler runs. */
  readonly message?: Schema<Message> | undefined;
  /** Which messages: an SNS filter policy. */
  readonly filter?: JsonObject | undefined;
  /** What the filter looks at; default the message's attributes. */
  readonly filterScope?: 'attributes' | 'body' | undefined;
}

export interface OnSnsMessage {
  <Out>(topic: Topic | string, handler: (message: SnsMessage) => Out): Handler<[SnsMessage], Out>;
  <Out, Message = string>(
    topic: Topic | string,
    options: SnsOptions<Message>,
    handler: (message: SnsMessage<NoInfer<Message>>) => Out,
  ): Handler<[SnsMessage<Message>], Out>;
  <Message = string>(
    topic: Topic | string,
    options?: SnsOptions<Message>,
  ): Registrar<[SnsMessage<NoInfer<Message>>]>;
}

export function snsAdapter(handler: UserHandler, { message: schema }: SnsOptions): LambdaFunction {
  return async (raw, context) =>
    forEachRecord(recordsOf<RawSnsRecord>(raw, 'SNS'), async (record) => {
      const text = record.Sns.Message;
      await handler(new SnsMessage(record, context, schema ? await validateJson(schema, text) : text));
    });
}

export function snsTrigger({ target, options }: DeclarationOf<'sns'>, refer: Refer): SnsTrigger {
  return {
    source: 'sns',
    topic: refer('topic', target),
    filter: options.filter,
    filterScope: options.filterScope,
  };
}
