import {
  CreateTopicCommand,
  DeleteTopicCommand,
  GetTopicAttributesCommand,
  ListTagsForResourceCommand,
  paginateListTopics,
  type SNSClient,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-sns';
import { unless, unlessAbsent } from '../../aws/error-name.ts';
import { ownPrefix } from '../own-prefix.ts';
import { fromTagPairs, isOwned, tagChanges, tagPairs } from '../ownership.ts';
import type { Attributes, Found, Reconciler, Scope } from '../reconciler.ts';

/** https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html */
export const topicReconciler: Reconciler<'topic'> = {
  replaces: ['fifo'],
  key: ({ physicalName }) => ({ name: physicalName }),
  wanted: ({ fifo }, { tags }) => ({ fifo, tags }),

  async observe({ key: { name = '' } }, { clients, ownTags, scope }) {
    const sns = await clients.sns();
    const attributes = attributesOf(name, scope);
    const { arn: TopicArn } = attributes;
    const topic = await unlessAbsent(sns.send(new GetTopicAttributesCommand({ TopicArn })));
    if (!topic) return undefined;
    const tags = await tagsOf(sns, TopicArn);
    const fifo = topic.Attributes?.FifoTopic === 'true';
    return { attributes, properties: { fifo, tags: ownTags(tags) }, tags };
  },

  async ensure({ physicalName: Name, fifo }, { clients, scope, tags }) {
    const sns = await clients.sns();
    const create = new CreateTopicCommand({
      Name,
      ...(fifo && { Attributes: { FifoTopic: 'true' } }),
      Tags: tagPairs(tags),
    });
    // It is there, with other tags; one with these is answered as if it were new.
    const made = await unless(
      sns.send(create),
      (name, message) => name.startsWith('InvalidParameter') && /already exists/i.test(message),
    );
    return made && { attributes: attributesOf(Name, scope) };
  },

  async sync({ observed }, { clients, ownTags, tags }) {
    const sns = await clients.sns();
    const ResourceArn = observed.attributes.arn;
    const { set, gone } = tagChanges(ownTags(observed.tags ?? {}), tags);
    if (Object.keys(set).length > 0) {
      await sns.send(new TagResourceCommand({ ResourceArn, Tags: tagPairs(set) }));
    }
    if (gone.length > 0) await sns.send(new UntagResourceCommand({ ResourceArn, TagKeys: [...gone] }));
    return { attributes: observed.attributes };
  },

  async remove({ key: { name = '' } }, { clients, scope }) {
    const sns = await clients.sns();
    const { arn: TopicArn } = attributesOf(name, scope);
    await unlessAbsent(sns.send(new DeleteTopicCommand({ TopicArn })));
  },

  async list({ clients, scope }) {
    const sns = await clients.sns();
    const prefix = ownPrefix(scope, 256);
    const found: Found[] = [];
    for await (const { Topics = [] } of paginateListTopics({ client: sns }, {})) {
      for (const { TopicArn = '' } of Topics) {
        const name = TopicArn.slice(TopicArn.lastIndexOf(':') + 1);
        if (!name.startsWith(prefix) || !isOwned(await tagsOf(sns, TopicArn), scope)) continue;
        found.push({ kind: 'topic', name, key: { name }, attributes: attributesOf(name, scope) });
      }
    }
    return found;
  },
};

async function tagsOf(sns: SNSClient, ResourceArn: string | undefined) {
  return fromTagPairs((await unlessAbsent(sns.send(new ListTagsForResourceCommand({ ResourceArn }))))?.Tags);
}

const attributesOf = (name: string, { partition, region, account }: Scope): Attributes => ({
  name,
  arn: `arn:${partition}:sns:${region}:${account}:${name}`,
});
