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
import type { Found, Reconciler, Scope } from '../reconciler.ts';

/**
 * A version can't be changed, so its content is part of its key: a new one is published before the old
 * one goes. Layers take no tags; the description says whose they are.
 * https://docs.aws.amazon.com/lambda/latest/api/API_PublishLayerVersion.html
 */
export const layerReconciler: Reconciler<'layer'> = {
  replaces: ['architecture'],
  key: ({ physicalName, digest }) => ({ name: physicalName, digest }),
  wanted: ({ architecture }) => ({ architecture }),

  async observe({ key: { name = '', digest = '' } }, { clients, scope }) {
    const version = await versionOf(await clients.lambda(), name, descriptionOf(digest, scope));
    if (!version) return undefined;
    return {
      attributes: { arn: version.LayerVersionArn },
      properties: { architecture: version.CompatibleArchitectures?.[0] },
    };
  },

  async ensure({ physicalName, zip, digest, architecture }, context) {
    const lambda = await context.clients.lambda();
    const made = await withCode(await context.zip(zip), context, (Content) =>
      lambda.send(
        new PublishLayerVersionCommand({
          LayerName: physicalName,
          Description: descriptionOf(digest, context.scope),
          Content,
          CompatibleArchitectures: [architecture],
        }),
      ),
    );
    return { attributes: { arn: made.LayerVersionArn } };
  },

  async sync({ observed }) {
    // What differs is replaced: the content is part of the key.
    return { attributes: observed.attributes };
  },

  async remove({ key: { name = '', digest = '' } }, { clients, scope }) {
    const lambda = await clients.lambda();
    const version = await versionOf(lambda, name, descriptionOf(digest, scope));
    if (!version) return;
    const call = new DeleteLayerVersionCommand({ LayerName: name, VersionNumber: version.Version });
    await unlessAbsent(lambda.send(call));
  },

  async list({ clients, scope }) {
    const lambda = await clients.lambda();
    const found: Found[] = [];
    const ours = descriptionOf('', scope);
    for await (const { Layers = [] } of paginateListLayers({ client: lambda }, {})) {
      for (const { LayerName: name = '' } of Layers) {
        if (!name.startsWith(nameStart(scope))) continue;
        for (const { Description = '', LayerVersionArn: arn } of await versionsOf(lambda, name)) {
          if (!Description.startsWith(ours)) continue;
          const key = { name, digest: Description.slice(ours.length) };
          found.push({ kind: 'layer', name, key, attributes: { arn } });
        }
      }
    }
    return found;
  },
};

/** Lambda takes 256 characters; this is the names' 128 and a hash's 64 at most. */
const descriptionOf = (digest: string, { app, stage }: Scope): string => `tankard ${app} ${stage} ${digest}`;

async function versionOf(lambda: LambdaClient, name: string, description: string) {
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
