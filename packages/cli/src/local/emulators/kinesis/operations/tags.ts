import type { Stream } from '../stream.ts';
import type { OfStream, Operation } from './operation.ts';

interface OfResource {
  readonly ResourceARN?: string;
}

/** What AWS calls by the stream's name in one operation and by its ARN in a later one of the same effect. */
type Tagged = OfStream & OfResource;

const streamOf = ({ ResourceARN, ...of }: Tagged): OfStream =>
  ResourceARN === undefined ? of : { StreamARN: ResourceARN };

export const addTags: Operation = (
  { store },
  { Tags = {}, ...of }: Tagged & { readonly Tags?: Readonly<Record<string, string>> },
) => setTags(store.of(streamOf(of)), (tags) => ({ ...tags, ...Tags }));

export const removeTags: Operation = (
  { store },
  { TagKeys = [], ...of }: Tagged & { readonly TagKeys?: readonly string[] },
) =>
  setTags(store.of(streamOf(of)), (tags) =>
    Object.fromEntries(Object.entries(tags).filter(([key]) => !TagKeys.includes(key))),
  );

export const listTags: Operation = ({ store }, of: Tagged) => {
  const { tags } = store.of(streamOf(of)).definition;
  const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  return of.ResourceARN === undefined ? { Tags, HasMoreTags: false } : { Tags };
};

function setTags(
  stream: Stream,
  change: (tags: Readonly<Record<string, string>>) => Readonly<Record<string, string>>,
): object {
  stream.define({ ...stream.definition, tags: change(stream.definition.tags) });
  return {};
}
