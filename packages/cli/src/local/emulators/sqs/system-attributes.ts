import type { Message } from './queue/message.ts';

/**
 * What SQS says of a message, all as text.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html
 */
export function systemAttributes(message: Message): Readonly<Record<string, string>> {
  const { state, sentAt, senderId } = message;
  return {
    ApproximateReceiveCount: String(state.receives),
    ...(message.traceHeader && { AWSTraceHeader: message.traceHeader }),
    SentTimestamp: String(sentAt),
    ...(message.sequence && { SequenceNumber: message.sequence }),
    ...(message.groupId && { MessageGroupId: message.groupId }),
    SenderId: senderId,
    ...(message.deduplicationId && { MessageDeduplicationId: message.deduplicationId }),
    ApproximateFirstReceiveTimestamp: String(state.firstReceivedAt),
    ...(message.deadLetterSource && { DeadLetterQueueSourceArn: message.deadLetterSource }),
  };
}
