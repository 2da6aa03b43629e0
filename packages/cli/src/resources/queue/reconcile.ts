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
import type { Attributes, Found, Reconciler, Scope } from '../reconciler.ts';
import { observedQueue, queueAttributes, wantedQueue } from './properties.ts';

/** Milliseconds: SQS gives a name again 60 seconds after a queue of that name was removed. */
const NAME_FREE_WITHIN = 90_000;

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html */
export const queueReconciler: Reconciler<'queue'> = {
  replaces: ['fifo'],
  key: ({ physicalName }) => ({ name: physicalName }),
  wanted: (model, { tags }) => ({ ...wantedQueue(model), tags }),

  async observe({ key: { name = '' } }, { clients, ownTags, scope }) {
    const sqs = await clients.sqs();
    const QueueUrl = await urlOf(sqs, name);
    if (QueueUrl === undefined) return undefined;
    const read = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] });
    const answer = await unlessAbsent(sqs.send(read));
    if (!answer) return undefined;
    const tags = await tagsOf(sqs, QueueUrl);
    return {
      attributes: attributesOf(name, QueueUrl, scope),
      properties: { ...observedQueue(answer.Attributes ?? {}), tags: ownTags(tags) },
      tags,
    };
  },

  async ensure(model, { clients, scope, signal, tags }) {
    const sqs = await clients.sqs();
    const { physicalName: QueueName } = model;
    const create = new CreateQueueCommand({
      QueueName,
      Attributes: queueAttributes(model),
      tags: { ...tags },
    });
    const made = await eventually(() => unless(sqs.send(create), ['QueueNameExists']), isNotYetPossible, {
      within: NAME_FREE_WITHIN,
      signal,
    });
    const url = made?.QueueUrl;
    return url === undefined ? undefined : { attributes: attributesOf(QueueName, url, scope) };
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
        found.push({ kind: 'queue', name, key: { name }, attributes: attributesOf(name, url, scope) });
      }
    }
    return found;
  },
};

async function urlOf(sqs: SQSClient, QueueName: string): Promise<string | undefined> {
  return (await unlessAbsent(sqs.send(new GetQueueUrlCommand({ QueueName }))))?.QueueUrl;
}

async function tagsOf(sqs: SQSClient, QueueUrl: string): Promise<Readonly<Record<string, string>>> {
  return (await unlessAbsent(sqs.send(new ListQueueTagsCommand({ QueueUrl }))))?.Tags ?? {};
}

/** The name is not free yet, or the queue of dead letters was made a moment ago and isn't seen everywhere. */
const isNotYetPossible = (error: unknown): boolean =>
  errorName(error) === 'QueueDeletedRecently' ||
  (error instanceof Error && /dead letter target does not exist/i.test(error.message));

const attributesOf = (name: string, url: string, { partition, region, account }: Scope): Attributes => ({
  name,
  url,
  arn: `arn:${partition}:sqs:${region}:${account}:${name}`,
});
