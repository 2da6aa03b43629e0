import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteBucketTaggingCommand,
  DeleteObjectsCommand,
  GetBucketTaggingCommand,
  HeadBucketCommand,
  ListObjectVersionsCommand,
  PutBucketTaggingCommand,
  paginateListBuckets,
  type S3Client,
} from '@aws-sdk/client-s3';
import { unless, unlessAbsent } from '../../aws/error-name.ts';
import { hasMade } from '../../aws/sent-again.ts';
import { ownPrefix } from '../own-prefix.ts';
import { fromTagPairs, isOwned, tagChanges, tagPairs } from '../ownership.ts';
import type { Attributes, Found, Reconciler, Scope } from '../reconciler.ts';

type Tags = Readonly<Record<string, string>>;

/** Characters of a bucket's name before its account and region. */
const STEM = 34;

/**
 * Without its notifications, which are a node of their own: a bucket outlives the app, they don't.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html
 */
export const bucketReconciler: Reconciler<'bucket'> = {
  data: true,
  replaces: [],
  key: ({ physicalName }) => ({ name: String(physicalName) }),
  wanted: (_, { tags }) => ({ tags }),

  async observe({ key: { name = '' } }, { clients, ownTags, scope }) {
    const s3 = await clients.s3();
    const head = new HeadBucketCommand({ Bucket: name, ExpectedBucketOwner: scope.account });
    if (!(await unlessAbsent(s3.send(head)))) return undefined;
    const tags = await tagsOf(s3, name);
    return { attributes: attributesOf(name, scope), properties: { tags: ownTags(tags) }, tags };
  },

  async ensure({ physicalName }, { clients, scope, tags }) {
    const s3 = await clients.s3();
    const Bucket = String(physicalName);
    // S3's first region is the one that can't be named.
    const elsewhere = scope.region !== 'us-east-1' && { LocationConstraint: scope.region as never };
    const create = new CreateBucketCommand({
      Bucket,
      ...(elsewhere && { CreateBucketConfiguration: elsewhere }),
    });
    if (!(await hasMade(s3.send(create), 'BucketAlreadyOwnedByYou'))) return undefined;
    await putTags(s3, Bucket, tags);
    return { attributes: attributesOf(Bucket, scope) };
  },

  async sync({ key: { name = '' }, observed }, { clients, ownTags, tags }) {
    const all = observed.tags ?? {};
    const { set, gone } = tagChanges(ownTags(all), tags);
    const kept = Object.entries({ ...all, ...set }).filter(([tag]) => !gone.includes(tag));
    await putTags(await clients.s3(), name, Object.fromEntries(kept));
    return { attributes: observed.attributes };
  },

  async remove({ key: { name = '' } }, { clients }) {
    const s3 = await clients.s3();
    await unlessAbsent(empty(s3, name));
    await unlessAbsent(s3.send(new DeleteBucketCommand({ Bucket: name })));
  },

  async list({ clients, scope }) {
    const s3 = await clients.s3();
    const prefix = ownPrefix(scope, STEM).toLowerCase();
    const found: Found[] = [];
    for await (const { Buckets = [] } of paginateListBuckets({ client: s3 }, {})) {
      for (const { Name: name = '' } of Buckets.filter((one) => one.Name?.startsWith(prefix))) {
        if (!name.endsWith(`-${scope.account}-${scope.region}`)) continue;
        if (!isOwned(await tagsOf(s3, name), scope)) continue;
        found.push({ kind: 'bucket', name, key: { name }, attributes: attributesOf(name, scope) });
      }
    }
    return found;
  },
};

async function tagsOf(s3: S3Client, Bucket: string): Promise<Tags> {
  const answer = await unless(s3.send(new GetBucketTaggingCommand({ Bucket })), [
    'NoSuchTagSet',
    'NoSuchBucket',
  ]);
  return fromTagPairs(answer?.TagSet);
}

/** S3 takes all tags at once, and none only by another call. */
async function putTags(s3: S3Client, Bucket: string, tags: Tags): Promise<void> {
  const TagSet = tagPairs(tags);
  await (TagSet.length > 0
    ? s3.send(new PutBucketTaggingCommand({ Bucket, Tagging: { TagSet } }))
    : s3.send(new DeleteBucketTaggingCommand({ Bucket })));
}

/**
 * Removes every version of every object, 1,000 a call.
 *
 * @throws Error for an object that S3 does not give up, such as one that is locked.
 */
async function empty(s3: S3Client, Bucket: string): Promise<void> {
  for (;;) {
    const { Versions = [], DeleteMarkers = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket }));
    const Objects = [...Versions, ...DeleteMarkers].flatMap(({ Key, VersionId }) =>
      Key === undefined ? [] : [{ Key, VersionId }],
    );
    if (Objects.length === 0) return;
    const { Errors = [] } = await s3.send(
      new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }),
    );
    const [refused] = Errors;
    if (refused) throw new Error(`S3 keeps '${refused.Key}' of '${Bucket}': ${refused.Message}`);
  }
}

const attributesOf = (name: string, { partition }: Scope): Attributes => ({
  name,
  arn: `arn:${partition}:s3:::${name}`,
});
