import type { MessageAttribute } from '../../targets/targets.ts';
import { isFifo, type Subscription } from './topic.ts';

/** A message that a topic has taken. */
export interface Published {
  readonly id: string;
  readonly topicArn: string;
  readonly subject?: string | undefined;
  /** ISO 8601. */
  readonly timestamp: string;
  readonly attributes: Readonly<Record<string, MessageAttribute>>;
  /** Of a FIFO topic. */
  readonly sequence?: string | undefined;
}

/** Nothing is signed here, and what checks a signature should see that. */
const SIGNATURE = 'not-signed-by-tankard-local';

/** The event of a function, one record a message: https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html */
export function functionEvent(published: Published, message: string, subscription: Subscription): object {
  const { certificate, unsubscribe } = addresses(subscription);
  return {
    Records: [
      {
        EventSource: 'aws:sns',
        EventVersion: '1.0',
        EventSubscriptionArn: subscription.arn,
        Sns: {
          Type: 'Notification',
          MessageId: published.id,
          TopicArn: published.topicArn,
          Subject: published.subject ?? null,
          Message: message,
          Timestamp: published.timestamp,
          SignatureVersion: '1',
          Signature: SIGNATURE,
          SigningCertUrl: certificate,
          UnsubscribeUrl: unsubscribe,
          MessageAttributes: shortAttributes(published),
        },
      },
    ],
  };
}

/** The body of a queue's message without raw delivery: https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html */
export function queueEnvelope(published: Published, message: string, subscription: Subscription): object {
  const { certificate, unsubscribe } = addresses(subscription);
  const { id, sequence, topicArn, subject, timestamp, attributes } = published;
  return {
    Type: 'Notification',
    MessageId: id,
    ...(sequence && { SequenceNumber: sequence }),
    TopicArn: topicArn,
    ...(subject && { Subject: subject }),
    Message: message,
    Timestamp: timestamp,
    // A FIFO topic's messages carry none.
    ...(!isFifo(topicArn) && { SignatureVersion: '1', Signature: SIGNATURE, SigningCertURL: certificate }),
    UnsubscribeURL: unsubscribe,
    ...(Object.keys(attributes).length > 0 && { MessageAttributes: shortAttributes(published) }),
  };
}

function shortAttributes({ attributes }: Published): object {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, { DataType, StringValue, BinaryValue }]) => [
      name,
      { Type: DataType, Value: BinaryValue ?? StringValue },
    ]),
  );
}

function addresses({ arn, topicArn }: Subscription) {
  const host = `https://sns.${topicArn.split(':')[3]}.amazonaws.com`;
  return {
    certificate: `${host}/${SIGNATURE}.pem`,
    unsubscribe: `${host}/?Action=Unsubscribe&SubscriptionArn=${arn}`,
  };
}
