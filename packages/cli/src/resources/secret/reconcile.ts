import {
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  paginateListSecrets,
  RestoreSecretCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateSecretCommand,
} from '@aws-sdk/client-secrets-manager';
import { errorName, unless, unlessAbsent } from '../../aws/error-name.ts';
import { ownPrefix } from '../own-prefix.ts';
import { fromTagPairs, isOwned, tagChanges, tagPairs } from '../ownership.ts';
import type { Found, Reconciler } from '../reconciler.ts';

/**
 * A secret without its value, which is the user's.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html
 */
export const secretReconciler: Reconciler<'secret'> = {
  data: true,
  replaces: [],
  key: ({ physicalName }) => ({ name: physicalName }),
  wanted: ({ description }, { tags }) => ({ description: description || undefined, tags }),

  async observe({ key: { name = '' } }, { clients, ownTags }) {
    const secrets = await clients.secretsManager();
    const secret = await unlessAbsent(secrets.send(new DescribeSecretCommand({ SecretId: name })));
    if (!secret || secret.DeletedDate) return undefined;
    const tags = fromTagPairs(secret.Tags);
    return {
      attributes: { name, arn: secret.ARN ?? '' },
      properties: { description: secret.Description || undefined, tags: ownTags(tags) },
      tags,
    };
  },

  async ensure({ physicalName: Name, description }, { clients, tags }) {
    const secrets = await clients.secretsManager();
    const create = new CreateSecretCommand({
      Name,
      ...(description && { Description: description }),
      Tags: tagPairs(tags),
    });
    try {
      const { ARN = '' } = await secrets.send(create);
      return { attributes: { name: Name, arn: ARN } };
    } catch (error) {
      if (errorName(error) !== 'InvalidRequestException' && errorName(error) !== 'ResourceExistsException') {
        throw error;
      }
    }
    // One that is to be removed in some days holds its name until then: it is taken back, with its value.
    await unless(secrets.send(new RestoreSecretCommand({ SecretId: Name })), ['InvalidRequestException']);
    return undefined;
  },

  async sync({ key: { name: SecretId }, model, observed, changed }, { clients, ownTags, tags }) {
    const secrets = await clients.secretsManager();
    if (changed.has('description')) {
      await secrets.send(new UpdateSecretCommand({ SecretId, Description: model.description ?? '' }));
    }
    if (changed.has('tags')) {
      const { set, gone } = tagChanges(ownTags(observed.tags ?? {}), tags);
      if (Object.keys(set).length > 0) {
        await secrets.send(new TagResourceCommand({ SecretId, Tags: tagPairs(set) }));
      }
      if (gone.length > 0) await secrets.send(new UntagResourceCommand({ SecretId, TagKeys: [...gone] }));
    }
    return { attributes: observed.attributes };
  },

  /** Secrets Manager keeps it for 30 days, in which it can be restored. */
  async remove({ key: { name: SecretId } }, { clients }) {
    const secrets = await clients.secretsManager();
    const remove = unlessAbsent(secrets.send(new DeleteSecretCommand({ SecretId })));
    await unless(remove, ['InvalidRequestException']);
  },

  async list({ clients, scope }) {
    const secrets = await clients.secretsManager();
    const Filters = [{ Key: 'name' as const, Values: [ownPrefix(scope, 512)] }];
    const found: Found[] = [];
    for await (const { SecretList = [] } of paginateListSecrets({ client: secrets }, { Filters })) {
      for (const { Name: name = '', ARN: arn = '', Tags } of SecretList) {
        if (!isOwned(fromTagPairs(Tags), scope)) continue;
        found.push({ kind: 'secret', name, key: { name }, attributes: { name, arn } });
      }
    }
    return found;
  },
};
