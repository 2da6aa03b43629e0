import type { AwsResponse } from '../../endpoint/message.ts';
import { jsonRefusal } from '../../endpoint/refusal.ts';

/** The codes of today's JSON protocol, and what the same faults were called before: SDKs go by either. */
const EARLIER_CODES = {
  BatchEntryIdsNotDistinct: 'AWS.SimpleQueueService.BatchEntryIdsNotDistinct',
  BatchRequestTooLong: 'AWS.SimpleQueueService.BatchRequestTooLong',
  EmptyBatchRequest: 'AWS.SimpleQueueService.EmptyBatchRequest',
  InvalidAttributeName: 'InvalidAttributeName',
  InvalidAttributeValue: 'InvalidAttributeValue',
  InvalidBatchEntryId: 'AWS.SimpleQueueService.InvalidBatchEntryId',
  InvalidMessageContents: 'InvalidMessageContents',
  InvalidParameterValueException: 'InvalidParameterValue',
  MessageNotInflight: 'AWS.SimpleQueueService.MessageNotInflight',
  MissingRequiredParameterException: 'MissingParameter',
  QueueDoesNotExist: 'AWS.SimpleQueueService.NonExistentQueue',
  QueueNameExists: 'QueueAlreadyExists',
  ReceiptHandleIsInvalid: 'ReceiptHandleIsInvalid',
  ResourceNotFoundException: 'ResourceNotFoundException',
  TooManyEntriesInBatchRequest: 'AWS.SimpleQueueService.TooManyEntriesInBatchRequest',
  UnsupportedOperation: 'AWS.SimpleQueueService.UnsupportedOperation',
} as const;

export type SqsErrorType = keyof typeof EARLIER_CODES;

/** What SQS says no with. */
export class SqsError extends Error {
  override readonly name = 'SqsError';
  readonly type: SqsErrorType;

  constructor(type: SqsErrorType, message: string) {
    super(message);
    this.type = type;
  }

  /** As a batch's entry that failed and older SDKs name it. */
  get code(): string {
    return EARLIER_CODES[this.type];
  }
}

export const invalidValue = (value: unknown, parameter: string, reason: string): SqsError =>
  new SqsError(
    'InvalidParameterValueException',
    `Value ${value} for parameter ${parameter} is invalid. Reason: ${reason}`,
  );

export const missing = (parameter: string): SqsError =>
  new SqsError('MissingRequiredParameterException', `The request must contain the parameter ${parameter}.`);

export const noSuchQueue = (): SqsError =>
  new SqsError('QueueDoesNotExist', 'The specified queue does not exist.');

/**
 * An error with the header that tells SDKs the earlier code.
 * https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
 */
export function sqsRefusal({ type, code, message }: SqsError): AwsResponse {
  const own = type.endsWith('Exception') && type !== 'ResourceNotFoundException';
  const refusal = jsonRefusal({
    code: `${own ? 'com.amazon.coral.service' : 'com.amazonaws.sqs'}#${type}`,
    message,
    status: 400,
  });
  return { ...refusal, headers: { ...refusal.headers, 'x-amzn-query-error': `${code};Sender` } };
}
