import {
  AddTagsToStreamCommand,
  CreateStreamCommand,
  DeleteStreamCommand,
  DescribeStreamSummaryCommand,
  type KinesisClient,
  ListTagsForStreamCommand,
  paginateListStreams,
  RemoveTagsFromStreamCommand,
  type StreamDescriptionSummary,
  UpdateShardCountCommand,
  UpdateStreamModeCommand,
} from '@aws-sdk/client-kinesis';
import { errorName, unlessAbsent } from '../../aws/error-name.ts';
import { eventually, until } from '../../aws/eventually.ts';
import { hasMade } from '../../aws/sent-again.ts';
import type { Known } from '../known.ts';
import { ownPrefix } from '../own-prefix.ts';
import { fromTagPairs, isOwned, tagChanges } from '../ownership.ts';
import type { Attributes, Found, Properties, Reconciler } from '../reconciler.ts';
import type { StreamModel } from './model.ts';
import { shardSteps } from './shard-steps.ts';

/** Milliseconds: a change of many shards takes minutes. */
const PATIENCE = 15 * 60_000;

/** https://docs.aws.amazon.com/kinesis/latest/APIReference/API_CreateStream.html */
export const streamReconciler: Reconciler<'stream'> = {
  data: true,
  replaces: [],
  key: ({ physicalName }) => ({ name: physicalName }),
  wanted: (model, { tags }) => ({ ...capacity(model), tags }),

  async observe({ key: { name = '' } }, { clients, ownTags }) {
    const kinesis = await clients.kinesis();
    const stream = await describe(kinesis, name);
    if (!stream || stream.StreamStatus === 'DELETING') return undefined;
    const tags = await tagsOf(kinesis, name);
    return {
      attributes: attributesOf(stream),
      properties: { ...observedCapacity(stream), tags: ownTags(tags) },
      tags,
    };
  },

  async ensure({ physicalName: StreamName, shards }, { clients, signal, tags }) {
    const kinesis = await clients.kinesis();
    // The one before it may still be on its way out.
    await untilStream('Removing', kinesis, StreamName, signal, (one) => one?.StreamStatus !== 'DELETING');
    const create = new CreateStreamCommand({
      StreamName,
      StreamModeDetails: { StreamMode: shards === undefined ? 'ON_DEMAND' : 'PROVISIONED' },
      ...(shards !== undefined && { ShardCount: shards }),
      Tags: { ...tags },
    });
    if (!(await hasMade(kinesis.send(create), 'ResourceInUseException'))) return undefined;
    const stream = await untilActive(kinesis, StreamName, signal);
    // CreateStream takes tags since 2024; where it does not know of them yet, they are set now.
    const { set } = tagChanges(await tagsOf(kinesis, StreamName), tags);
    await addTags(kinesis, StreamName, set);
    return { attributes: attributesOf(stream) };
  },

  async sync({ model, observed, changed }, { clients, ownTags, signal, tags }) {
    const kinesis = await clients.kinesis();
    const { physicalName: StreamName, shards } = model;
    let stream = await untilActive(kinesis, StreamName, signal);
    if (changed.has('mode')) {
      const StreamModeDetails = { StreamMode: shards === undefined ? 'ON_DEMAND' : 'PROVISIONED' } as const;
      await kinesis.send(new UpdateStreamModeCommand({ StreamARN: stream.StreamARN, StreamModeDetails }));
      stream = await untilActive(kinesis, StreamName, signal);
    }
    for (const TargetShardCount of shardSteps(
      stream.OpenShardCount ?? 0,
      shards ?? stream.OpenShardCount ?? 0,
    )) {
      await kinesis.send(
        new UpdateShardCountCommand({ StreamName, TargetShardCount, ScalingType: 'UNIFORM_SCALING' }),
      );
      await untilActive(kinesis, StreamName, signal);
    }
    if (changed.has('tags')) {
      const { set, gone } = tagChanges(ownTags(observed.tags ?? {}), tags);
      await addTags(kinesis, StreamName, set);
      if (gone.length > 0) {
        await kinesis.send(new RemoveTagsFromStreamCommand({ StreamName, TagKeys: [...gone] }));
      }
    }
    return { attributes: observed.attributes };
  },

  async remove({ key: { name: StreamName = '' } }, { clients, signal }) {
    const kinesis = await clients.kinesis();
    const remove = new DeleteStreamCommand({ StreamName, EnforceConsumerDeletion: true });
    await eventually(
      () => unlessAbsent(kinesis.send(remove)),
      // It is being made or changed.
      (error) => errorName(error) === 'ResourceInUseException',
      { within: PATIENCE, signal },
    );
    await untilStream('Removing', kinesis, StreamName, signal, (one) => one === undefined);
  },

  async list({ clients, scope }) {
    const kinesis = await clients.kinesis();
    const prefix = ownPrefix(scope, 128);
    const found: Found[] = [];
    for await (const { StreamNames = [] } of paginateListStreams({ client: kinesis }, {})) {
      for (const name of StreamNames.filter((one) => one.startsWith(prefix))) {
        const stream = await describe(kinesis, name);
        if (!stream || !isOwned(await tagsOf(kinesis, name), scope)) continue;
        found.push({ kind: 'stream', name, key: { name }, attributes: attributesOf(stream) });
      }
    }
    return found;
  },
};

const capacity = ({ shards }: Known<StreamModel>): Properties => ({
  mode: shards === undefined ? 'ON_DEMAND' : 'PROVISIONED',
  shards,
});

/** How many shards an on-demand stream has is Kinesis' own affair. */
function observedCapacity({ StreamModeDetails, OpenShardCount }: StreamDescriptionSummary): Properties {
  const mode = StreamModeDetails?.StreamMode ?? 'PROVISIONED';
  return { mode, shards: mode === 'PROVISIONED' ? OpenShardCount : undefined };
}

async function describe(kinesis: KinesisClient, StreamName: string) {
  const answer = await unlessAbsent(kinesis.send(new DescribeStreamSummaryCommand({ StreamName })));
  return answer?.StreamDescriptionSummary;
}

async function untilActive(
  kinesis: KinesisClient,
  name: string,
  signal: AbortSignal,
): Promise<Partial<StreamDescriptionSummary>> {
  const isActive = (stream: StreamDescriptionSummary | undefined) => stream?.StreamStatus === 'ACTIVE';
  return (await untilStream('Making', kinesis, name, signal, isActive)) ?? {};
}

function untilStream(
  doing: string,
  kinesis: KinesisClient,
  name: string,
  signal: AbortSignal,
  holds: (stream: StreamDescriptionSummary | undefined) => boolean,
): Promise<StreamDescriptionSummary | undefined> {
  const patience = { within: PATIENCE, signal };
  return until(`${doing} the stream '${name}'`, () => describe(kinesis, name), holds, patience);
}

async function tagsOf(kinesis: KinesisClient, StreamName: string) {
  // No more than 50, which is a page of the answer.
  return fromTagPairs(
    (await unlessAbsent(kinesis.send(new ListTagsForStreamCommand({ StreamName, Limit: 50 }))))?.Tags,
  );
}

async function addTags(
  kinesis: KinesisClient,
  StreamName: string,
  Tags: Readonly<Record<string, string>>,
): Promise<void> {
  if (Object.keys(Tags).length === 0) return;
  await kinesis.send(new AddTagsToStreamCommand({ StreamName, Tags: { ...Tags } }));
}

const attributesOf = ({
  StreamName = '',
  StreamARN = '',
}: Partial<StreamDescriptionSummary>): Attributes => ({
  name: StreamName,
  arn: StreamARN,
});
