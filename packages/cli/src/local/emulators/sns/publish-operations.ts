import type { AwsRequest } from '../../endpoint/message.ts';
import type { QueryOperation } from '../../endpoint/query-operations.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { invalid } from './errors.ts';
import { LARGEST_MESSAGE, type PublishInput, readMessage, sizeOf } from './message.ts';
import type { Publisher } from './publisher.ts';
import type { Topics } from './topics.ts';

interface PublishOneInput extends PublishInput {
  readonly TopicArn?: string;
  readonly TargetArn?: string;
  readonly PhoneNumber?: string;
}

type BatchEntry = PublishInput & { readonly Id: string };

interface PublishBatchInput {
  readonly TopicArn?: string;
  readonly PublishBatchRequestEntries?: readonly BatchEntry[] | '';
}

export function publishOperations(
  topics: Topics,
  publisher: Publisher,
): Readonly<Record<string, QueryOperation>> {
  return {
    Publish(input: PublishOneInput, request) {
      if (input.PhoneNumber !== undefined)
        throw invalid("PhoneNumber: tankard local's SNS sends no text messages to phones");
      const topic = topics.topic(input.TopicArn ?? input.TargetArn);
      return publisher.publish(topic, readMessage(input, topic), sendersOf(request));
    },
    PublishBatch({ TopicArn, PublishBatchRequestEntries }: PublishBatchInput, request) {
      const topic = topics.topic(TopicArn);
      const entries = PublishBatchRequestEntries || [];
      checkEntries(entries);
      const successful: object[] = [];
      const failed: object[] = [];
      for (const entry of entries) {
        const { Id } = entry;
        try {
          successful.push({ Id, ...publisher.publish(topic, readMessage(entry, topic), sendersOf(request)) });
        } catch (error) {
          if (!(error instanceof ServiceError)) throw error;
          failed.push({ Id, Code: error.code, Message: error.message, SenderFault: 'true' });
        }
      }
      return { Successful: { member: successful }, Failed: { member: failed } };
    },
  };
}

/** The invocation that published. */
function sendersOf({ caller }: AwsRequest): readonly string[] {
  return caller?.invocation === undefined ? [] : [caller.invocation];
}

/** https://docs.aws.amazon.com/sns/latest/api/API_PublishBatch.html */
function checkEntries(entries: readonly BatchEntry[]): void {
  const refuse = (code: string, message: string) => new ServiceError(code, message);
  if (entries.length === 0)
    throw refuse('EmptyBatchRequest', "The batch request doesn't contain any entries.");
  if (entries.length > 10)
    throw refuse('TooManyEntriesInBatchRequest', 'The batch request contains more entries than permissible.');
  const ids = entries.map(({ Id }) => Id);
  if (ids.some((id) => !/^[\w-]{1,80}$/.test(id)))
    throw refuse(
      'InvalidBatchEntryId',
      "The Id of a batch entry in a batch request doesn't abide by the specification.",
    );
  if (new Set(ids).size < ids.length)
    throw refuse('BatchEntryIdsNotDistinct', 'Two or more batch entries in the request have the same Id.');
  const size = entries.reduce((sum, entry) => sum + sizeOf(entry), 0);
  if (size > LARGEST_MESSAGE)
    throw refuse(
      'BatchRequestTooLong',
      'The length of all the batch messages put together is more than the limit.',
    );
}
