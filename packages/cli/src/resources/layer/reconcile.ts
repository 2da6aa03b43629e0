import {
  DeleteLayerVersionCommand,
  type LambdaClient,
  type LayerVersionsListItem,
  PublishLayerVersionCommand,
  paginateListLayers,
  paginateListLayerVersions,
} from '@aws-sdk/client-lambda';
import { unlessAbsent } from '../../aws/error-name.ts';
import { withCode } from '../function/code.ts';
import { nameStart } from '../ownership.ts';
import type { Found, Key, Reconciler } from '../reconciler.ts';
import { layerDescription } from './description.ts';

/**
 * A version can't be changed, so what it holds is part of its key, through the description: a new one
 * is published before the old one goes. Layers take no tags.
 * https://docs.aws.amazon.com/lambda/latest/api/API_PublishLayerVersion.html
 */
export const layerReconciler: Reconciler<'layer'> = {
  replaces: ['architectures'],
  key: ({ physicalName, description }) => ({ name: physicalName, description }),
  wanted: ({ architectures }) => ({ architectures: [...architectures].sort() }),

  async observe({ key }, { clients }) {
    const version = await versionOf(await clients.lambda(), key);
    if (!version) return undefined;
    return {
      attributes: { arn: version.LayerVersionArn },
      properties: { architectures: [...(version.CompatibleArchitectures ?? [])].sort() },
    };
  },

  async ensure({ physicalName, description, zip, architectures }, context) {
    const lambda = await context.clients.lambda();
    // Lambda would publish the same once more.
    if (await versionOf(lambda, { name: physicalName, description })) return undefined;
    const made = await withCode(await context.zip(zip), context, (Content) =>
      lambda.send(
        new PublishLayerVersionCommand({
          LayerName: physicalName,
          Description: description,
          Content,
          CompatibleArchitectures: [...architectures],
        }),
      ),
    );
    return { attributes: { arn: made.LayerVersionArn } };
  },

  async sync({ observed }) {
    // What differs is replaced: the content is part of the key.
    return { attributes: observed.attributes };
  },

  async remove({ key: { name = '', description } }, { clients }) {
    const lambda = await clients.lambda();
    // More than one where the answer to a publication was lost and the SDK sent it again.
    for (const { Description, Version: VersionNumber } of await versionsOf(lambda, name)) {
      if (Description !== description) continue;
      await unlessAbsent(lambda.send(new DeleteLayerVersionCommand({ LayerName: name, VersionNumber })));
    }
  },

  async list({ clients, scope }) {
    const lambda = await clients.lambda();
    const found: Found[] = [];
    const ours = layerDescription(scope.app, scope.stage, '');
    for await (const { Layers = [] } of paginateListLayers({ client: lambda }, {})) {
      for (const { LayerName: name = '' } of Layers) {
        if (!name.startsWith(nameStart(scope))) continue;
        for (const { Description: description = '', LayerVersionArn: arn } of await versionsOf(
          lambda,
          name,
        )) {
          if (!description.startsWith(ours)) continue;
          found.push({ kind: 'layer', name, key: { name, description }, attributes: { arn } });
        }
      }
    }
    return found;
  },
};

async function versionOf(lambda: LambdaClient, { name = '', description }: Key) {
  return (await versionsOf(lambda, name)).find(({ Description }) => Description === description);
}

async function versionsOf(
  client: LambdaClient,
  LayerName: string,
): Promise<readonly LayerVersionsListItem[]> {
  const versions: LayerVersionsListItem[] = [];
  for await (const page of paginateListLayerVersions({ client }, { LayerName })) {
    versions.push(...(page.LayerVersions ?? []));
  }
  return versions;
}
