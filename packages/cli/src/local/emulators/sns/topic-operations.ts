import type { QueryOperation } from '../../endpoint/query-operations.ts';
import { invalid } from './errors.ts';
import { page } from './page.ts';
import { type Attributes, fromEntries, isFifo, toEntries } from './topic.ts';
import { checkTopicName, type Topics } from './topics.ts';

interface OfTopic {
  readonly TopicArn?: string;
}

/** What may be set besides the settings of delivery logs. https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html */
const SETTABLE = new Set([
  ...['ContentBasedDeduplication', 'DeliveryPolicy', 'DisplayName', 'FifoThroughputScope', 'FifoTopic'],
  ...['KmsMasterKeyId', 'Policy', 'SignatureVersion', 'TracingConfig'],
]);
const LOGS = /^(HTTP|Firehose|Lambda|Application|SQS)(Success|Failure)Feedback(RoleArn|SampleRate)$/;

/** Topics, and their tags. */
export function topicOperations(
  topics: Topics,
  { region, account }: { readonly region: string; readonly account: string },
): Readonly<Record<string, QueryOperation>> {
  return {
    CreateTopic({ Name = '', ...input }: { Name?: string; Attributes?: unknown; Tags?: unknown }) {
      const given = fromEntries(input.Attributes);
      check(given);
      checkTopicName(Name, given);
      const arn = `arn:aws:sns:${region}:${account}:${Name}`;
      const attributes: Attributes = isFifo(Name) ? { ...given, FifoTopic: 'true' } : given;
      if (!topics.has(arn)) topics.set({ arn, label: Name, attributes, tags: tagsOf(input.Tags) });
      else if (differs(topics.topic(arn).attributes, given))
        throw invalid('Attributes Reason: Topic already exists with different attributes');
      return { TopicArn: arn };
    },
    DeleteTopic({ TopicArn = '' }: OfTopic) {
      topics.delete(TopicArn);
      return {};
    },
    ListTopics({ NextToken }: { NextToken?: string }) {
      const arns = topics.all().map(({ arn }) => ({ TopicArn: arn }));
      const { items, next } = page(arns, NextToken);
      return { Topics: { member: items }, ...next };
    },
    GetTopicAttributes({ TopicArn }: OfTopic) {
      const { arn, attributes } = topics.topic(TopicArn);
      const fifo: Attributes = isFifo(arn) ? { ContentBasedDeduplication: 'false' } : {};
      return {
        Attributes: toEntries({
          ...{ TopicArn: arn, Owner: arn.split(':')[4] ?? '', DisplayName: '', ...fifo },
          SubscriptionsConfirmed: String(topics.of(arn).length),
          ...{ SubscriptionsPending: '0', SubscriptionsDeleted: '0' },
          ...attributes,
        }),
      };
    },
    SetTopicAttributes(input: OfTopic & { AttributeName?: string; AttributeValue?: string }) {
      const topic = topics.topic(input.TopicArn);
      const change = { [input.AttributeName ?? '']: input.AttributeValue ?? '' };
      check(change);
      if ('FifoTopic' in change) throw invalid('AttributeName');
      topics.set({ ...topic, attributes: { ...topic.attributes, ...change } });
      return {};
    },
    ListTagsForResource({ ResourceArn }: { ResourceArn?: string }) {
      const { tags } = topics.topic(ResourceArn);
      return { Tags: { member: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) } };
    },
    TagResource({ ResourceArn, Tags }: { ResourceArn?: string; Tags?: unknown }) {
      const topic = topics.topic(ResourceArn);
      topics.set({ ...topic, tags: { ...topic.tags, ...tagsOf(Tags) } });
      return {};
    },
    UntagResource({ ResourceArn, TagKeys }: { ResourceArn?: string; TagKeys?: readonly string[] }) {
      const topic = topics.topic(ResourceArn);
      const tags = Object.entries(topic.tags).filter(([key]) => !TagKeys?.includes(key));
      topics.set({ ...topic, tags: Object.fromEntries(tags) });
      return {};
    },
  };
}

function check(attributes: Attributes): void {
  for (const name of Object.keys(attributes)) {
    if (!SETTABLE.has(name) && !LOGS.test(name))
      throw invalid(`AttributeName: tankard local's SNS has no ${name} of a topic`);
  }
}

const differs = (has: Attributes, given: Attributes): boolean =>
  Object.entries(given).some(([name, value]) => (has[name] ?? '') !== value);

function tagsOf(tags: unknown): Attributes {
  const list = Array.isArray(tags) ? tags : [];
  return Object.fromEntries(list.map(({ Key, Value = '' }) => [Key, Value]));
}
