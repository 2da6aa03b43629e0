import { randomUUID } from 'node:crypto';
import type { App } from '../app.ts';
import type { LambdaContext } from '../context.ts';
import type { RawSnsRecord } from '../events/sns-message.ts';
import { findHandler, type HandlerOrName } from './find-handler.ts';
import { asText, targetArn, testArn } from './origin.ts';

/** What may stand beside a message. */
export interface SnsInput {
  readonly subject?: string | undefined;
  /** Sent as attributes of type `String`. */
  readonly attributes?: Readonly<Record<string, string>> | undefined;
  readonly messageId?: string | undefined;
}

/** Publishes to the handler of a topic. The subscription's filter is not applied. */
export interface SnsClient {
  /**
   * @param message Text, or a value that is sent as JSON.
   * @throws (rejects with) what the handler threw; on AWS the delivery would be tried again.
   */
  publish(message: unknown, more?: SnsInput): Promise<void>;
}

/**
 * The event of one message; SNS never sends more in one.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html
 */
export function snsEvent(
  message: unknown,
  more: SnsInput = {},
  topicArn: string = testArn('sns', 'test'),
): { readonly Records: readonly RawSnsRecord[] } {
  const attributes = Object.entries(more.attributes ?? {});
  const record = {
    EventVersion: '1.0',
    EventSource: 'aws:sns',
    EventSubscriptionArn: `${topicArn}:${randomUUID()}`,
    Sns: {
      Type: 'Notification',
      MessageId: more.messageId ?? randomUUID(),
      TopicArn: topicArn,
      Subject: more.subject ?? null,
      Message: asText(message),
      Timestamp: new Date().toISOString(),
      SignatureVersion: '1',
      Signature: 'test',
      SigningCertUrl: 'https://sns.example/cert.pem',
      UnsubscribeUrl: 'https://sns.example/unsubscribe',
      MessageAttributes: Object.fromEntries(
        attributes.map(([name, Value]) => [name, { Type: 'String', Value }]),
      ),
    },
  };
  return { Records: [record] };
}

/** The test client's part for topics. */
export function snsClient(app: App, handler: HandlerOrName, context: () => LambdaContext): SnsClient {
  const { declaration, lambda } = findHandler(app, 'sns', handler);
  const arn = targetArn('sns', declaration.target);
  return {
    async publish(message, more) {
      await lambda(snsEvent(message, more, arn), context());
    },
  };
}
