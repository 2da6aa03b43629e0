import { md5OfAttributes, md5OfText } from '../../emulators/sqs/md5.ts';
import type { Received } from '../../emulators/sqs/queue/message.ts';
import { systemAttributes } from '../../emulators/sqs/system-attributes.ts';
import type { MessageAttribute } from '../../targets/targets.ts';

/** A record of Lambda's event: https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html */
export interface SqsRecord {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly messageAttributes: Readonly<Record<string, object>>;
  readonly md5OfBody: string;
  readonly md5OfMessageAttributes?: string | undefined;
  readonly eventSource: 'aws:sqs';
  readonly eventSourceARN: string;
  readonly awsRegion: string;
}

export function sqsRecord({ message, handle }: Received, queueArn: string): SqsRecord {
  const attributes = Object.entries(message.attributes).map(([name, value]) => [name, attributeOf(value)]);
  return {
    messageId: message.id,
    receiptHandle: handle,
    body: message.body,
    attributes: systemAttributes(message),
    messageAttributes: Object.fromEntries(attributes),
    md5OfBody: md5OfText(message.body),
    md5OfMessageAttributes: md5OfAttributes(message.attributes),
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
    awsRegion: queueArn.split(':')[3] ?? '',
  };
}

/** The lists are there, and always empty: SQS has no such types. */
function attributeOf({ DataType, StringValue, BinaryValue }: MessageAttribute): object {
  return {
    stringValue: StringValue,
    binaryValue: BinaryValue,
    stringListValues: [],
    binaryListValues: [],
    dataType: DataType,
  };
}
