import {
  AddTagsToStreamCommand,
  KinesisClient,
  ListStreamsCommand,
  ListTagsForStreamCommand,
} from '@aws-sdk/client-kinesis';
import { ownerTags } from '../../packages/cli/src/resources/ownership.ts';
import type { Engine } from './engine.ts';

/**
 * Gives streams the tags that they were made with: MiniStack drops those of CreateStream, which AWS sets at once.
 * https://docs.aws.amazon.com/kinesis/latest/APIReference/API_CreateStream.html
 */
export async function setTagsOfCreate(
  { client }: Engine,
  stage: { readonly app: string; readonly stage: string },
): Promise<void> {
  const kinesis = new KinesisClient(client);
  const { StreamNames = [] } = await kinesis.send(new ListStreamsCommand({}));
  for (const StreamName of StreamNames.filter((name) => name.startsWith(`${stage.app}-${stage.stage}-`))) {
    const { Tags = [] } = await kinesis.send(new ListTagsForStreamCommand({ StreamName }));
    if (Tags.length > 0) continue;
    await kinesis.send(new AddTagsToStreamCommand({ StreamName, Tags: ownerTags(stage) }));
  }
  kinesis.destroy();
}
