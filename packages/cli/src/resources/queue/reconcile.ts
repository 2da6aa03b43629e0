import {
  CreateQueueCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListQueueTagsCommand,
  paginateListQueues,
  SetQueueAttributesCommand,
  type SQSClient,
  TagQueueCommand,
  UntagQueueCommand,
} from '@aws-sdk/client-sqs';
import { errorName, unless, unlessAbsent } from '../../aws/error-name.ts';
import { eventually } from '../../aws/eventually.ts';
import { ownPrefix } from '../own-prefix.ts';
import { isOwned, tagChanges } from '../ownership.ts';
import type { Attributes, Found, Reconciler } from '../reconciler.ts';
import { observedQueue, queueAttributes, wantedQueue } from './properties.ts';

/** Milliseconds: SQS gives a name again 60 seconds after a queue of that name was removed. */
const NAME_FREE_WITHIN = 90_000;

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html */
export const queueReconciler: Reconciler<'queue'> = {
  replaces: ['fifo'],
  key: ({ physicalName }) => ({ name: physicalName }),
  wanted: (model, { tags }) => ({ ...wantedQueue(model), tags }),

  async observe({ key: { name = '' } }, { clients, ownTags }) {
    const sqs = await clients.sqs();
    const url = await urlOf(sqs, name);
    const attributes = url && (await attributesOf(sqs, url));
    if (!attributes) return undefined;
    const tags = await tagsOf(sqs, url);
    return {
      attributes: { name, url, arn: attributes.QueueArn ?? '' },
      properties: { ...observedQueue(attributes), tags: ownTags(tags) },
      tags,
    };
  },

  async ensure(model, { clients, signal, tags }) {
    const sqs = await clients.sqs();
    const { physicalName: QueueName } = model;
    const create = new CreateQueueCommand({
      QueueName,
      Attributes: queueAttributes(model),
      tags: { ...tags },
    });
    const made = await eventually(
      () => unless(sqs.send(create), ['QueueNameExists']),
      (error) => errorName(error) === 'QueueDeletedRecently',
      { within: NAME_FREE_WITHIN, signal },
    );
    const url = made?.QueueUrl;
    return url === undefined ? undefined : { attributes: await namesOf(sqs, QueueName, url) };
  },

  async sync({ model, observed, changed }, { clients, ownTags, tags }) {
    const sqs = await clients.sqs();
    const { url: QueueUrl } = observed.attributes;
    if ([...changed].some((name) => name !== 'tags')) {
      const Attributes = queueAttributes(model, changed);
      await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes }));
    }
    if (changed.has('tags')) {
      const { set, gone } = tagChanges(ownTags(observed.tags ?? {}), tags);
      if (Object.keys(set).length > 0) await sqs.send(new TagQueueCommand({ QueueUrl, Tags: set }));
      if (gone.length > 0) await sqs.send(new UntagQueueCommand({ QueueUrl, TagKeys: [...gone] }));
    }
    return { attributes: observed.attributes };
  },

  async remove({ key: { name = '' } }, { clients }) {
    const sqs = await clients.sqs();
    const QueueUrl = await urlOf(sqs, name);
    if (QueueUrl !== undefined) await unlessAbsent(sqs.send(new DeleteQueueCommand({ QueueUrl })));
  },

  async list({ clients, scope }) {
    const sqs = await clients.sqs();
    const found: Found[] = [];
    const QueueNamePrefix = ownPrefix(scope, 80);
    for await (const { QueueUrls = [] } of paginateListQueues({ client: sqs }, { QueueNamePrefix })) {
      for (const url of QueueUrls) {
        const name = url.slice(url.lastIndexOf('/') + 1);
        if (!isOwned(await tagsOf(sqs, url), scope)) continue;
        found.push({ kind: 'queue', name, key: { name }, attributes: await namesOf(sqs, name, url) });
      }
    }
    return found;
  },
};

async function urlOf(sqs: SQSClient, QueueName: string): Promise<string | undefined> {
  return (await unlessAbsent(sqs.send(new GetQueueUrlCommand({ QueueName }))))?.QueueUrl;
}

async function attributesOf(sqs: SQSClient, QueueUrl: string) {
  const read = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] });
  return (await unlessAbsent(sqs.send(read)))?.Attributes;
}

async function namesOf(sqs: SQSClient, name: string, url: string): Promise<Attributes> {
  return { name, url, arn: (await attributesOf(sqs, url))?.QueueArn ?? '' };
}

async function tagsOf(sqs: SQSClient, QueueUrl: string): Promise<Readonly<Record<string, string>>> {
  return (await unlessAbsent(sqs.send(new ListQueueTagsCommand({ QueueUrl }))))?.Tags ?? {};
}
