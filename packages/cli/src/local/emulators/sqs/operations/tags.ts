import type { OfQueue, Operation } from './operation.ts';

export const listQueueTags: Operation = ({ store }, { QueueUrl }: OfQueue) => {
  const { tags } = store.byUrl(QueueUrl).definition;
  return Object.keys(tags).length > 0 ? { Tags: tags } : {};
};

export const tagQueue: Operation = (
  { store },
  { QueueUrl, Tags = {} }: OfQueue & { readonly Tags?: Readonly<Record<string, string>> },
) => {
  const queue = store.byUrl(QueueUrl);
  queue.define({ ...queue.definition, tags: { ...queue.definition.tags, ...Tags } });
  return {};
};

export const untagQueue: Operation = (
  { store },
  { QueueUrl, TagKeys = [] }: OfQueue & { readonly TagKeys?: readonly string[] },
) => {
  const queue = store.byUrl(QueueUrl);
  const tags = Object.entries(queue.definition.tags).filter(([key]) => !TagKeys.includes(key));
  queue.define({ ...queue.definition, tags: Object.fromEntries(tags) });
  return {};
};
