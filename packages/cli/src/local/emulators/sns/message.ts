import type { MessageAttribute } from '../../targets/targets.ts';
import { contentId } from '../fifo/deduplication.ts';
import { invalid } from './errors.ts';
import { isFifo, type Topic } from './topic.ts';

/** Bytes: https://docs.aws.amazon.com/sns/latest/dg/sns-large-payload-raw-message-delivery.html */
export const LARGEST_MESSAGE = 262_144;

/** What a publisher gives, as the query protocol has it. */
export interface PublishInput {
  readonly Message?: string;
  readonly Subject?: string;
  readonly MessageStructure?: string;
  readonly MessageAttributes?: readonly { readonly Name: string; readonly Value: MessageAttribute }[] | '';
  readonly MessageGroupId?: string;
  readonly MessageDeduplicationId?: string;
}

/** A message that a topic may take. */
export interface TopicMessage {
  /** What each protocol gets. */
  readonly texts: { readonly lambda: string; readonly sqs: string };
  readonly subject?: string | undefined;
  readonly attributes: Readonly<Record<string, MessageAttribute>>;
  readonly groupId?: string | undefined;
  readonly deduplicationId?: string | undefined;
}

/** @throws ServiceError InvalidParameter; https://docs.aws.amazon.com/sns/latest/api/API_Publish.html */
export function readMessage(input: PublishInput, topic: Topic): TopicMessage {
  const { Message: text = '', Subject: subject } = input;
  if (!text) throw invalid('Empty message');
  if (sizeOf(input) > LARGEST_MESSAGE) throw invalid('Message too long');
  // At most 100 characters, none of them a line break or a control character.
  if (subject !== undefined && !/^[^\p{Cc}\u2028\u2029]{1,100}$/u.test(subject)) throw invalid('Subject');
  return {
    texts: textsOf(input),
    subject,
    attributes: attributesOf(input.MessageAttributes || []),
    groupId: input.MessageGroupId,
    deduplicationId: deduplicationIdOf(input, topic),
  };
}

export function sizeOf({ Message = '', MessageAttributes }: PublishInput): number {
  const attributes = (MessageAttributes || []).map(({ Name, Value }) => Name + Object.values(Value).join(''));
  return Buffer.byteLength(Message + attributes.join(''));
}

function textsOf({ Message = '', MessageStructure }: PublishInput): TopicMessage['texts'] {
  if (MessageStructure === undefined) return { lambda: Message, sqs: Message };
  if (MessageStructure !== 'json') throw invalid('MessageStructure');
  const { default: other, lambda = other, sqs = other } = parse(Message);
  if (typeof other !== 'string') throw invalid('Message Structure - No default entry in JSON message body');
  return { lambda: String(lambda), sqs: String(sqs) };
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid('Message Structure - JSON message body failed to parse');
  }
}

function attributesOf(
  list: readonly { readonly Name: string; readonly Value: MessageAttribute }[],
): TopicMessage['attributes'] {
  for (const { Name, Value } of list) {
    const { DataType, StringValue, BinaryValue } = Value;
    if (!/^(String|Number|Binary)(\..+)?$/.test(DataType ?? ''))
      throw invalid(`The message attribute '${Name}' has an invalid message attribute type.`);
    if (!(DataType.startsWith('Binary') ? BinaryValue : StringValue))
      throw invalid(`The message attribute '${Name}' must contain non-empty message attribute value.`);
  }
  return Object.fromEntries(list.map(({ Name, Value }) => [Name, Value]));
}

function deduplicationIdOf(
  { MessageGroupId, MessageDeduplicationId, Message = '' }: PublishInput,
  { arn, attributes }: Topic,
): string | undefined {
  if (!isFifo(arn)) {
    if (MessageDeduplicationId === undefined) return undefined;
    const reason =
      'The request includes MessageDeduplicationId parameter that is not valid for this topic type';
    throw invalid(`MessageDeduplicationId Reason: ${reason}`);
  }
  if (!MessageGroupId) throw invalid('The MessageGroupId parameter is required for FIFO topics');
  if (MessageDeduplicationId) return MessageDeduplicationId;
  if (attributes.ContentBasedDeduplication === 'true') return contentId(Message);
  throw invalid(
    'The topic should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
  );
}
