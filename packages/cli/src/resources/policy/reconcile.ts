import {
  AttachRolePolicyCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  DeletePolicyCommand,
  DeletePolicyVersionCommand,
  DetachRolePolicyCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  type IAMClient,
  ListEntitiesForPolicyCommand,
  ListPolicyVersionsCommand,
  paginateListPolicies,
  TagPolicyCommand,
  UntagPolicyCommand,
} from '@aws-sdk/client-iam';
import { unless, unlessAbsent } from '../../aws/error-name.ts';
import type { Known } from '../known.ts';
import { fromTagPairs, isOwned, nameStart, tagChanges, tagPairs } from '../ownership.ts';
import { plainJson } from '../plain-json.ts';
import type { Found, Property, Reconciler } from '../reconciler.ts';
import { policyDocument } from '../role/policy-document.ts';
import type { PolicyModel } from './model.ts';

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html */
export const policyReconciler: Reconciler<'policy'> = {
  replaces: [],
  key: ({ physicalName, path = '/' }, { partition, account }) => ({
    arn: `arn:${partition}:iam::${account}:policy${path}${physicalName}`,
  }),
  wanted: (model, { tags }) => ({ document: documentOf(model), roles: [model.role], tags }),

  async observe({ key: { arn = '' } }, { clients, ownTags }) {
    const iam = await clients.iam();
    const answer = await unlessAbsent(iam.send(new GetPolicyCommand({ PolicyArn: arn })));
    if (!answer?.Policy) return undefined;
    const { DefaultVersionId: VersionId, Tags } = answer.Policy;
    const [version, roles] = await Promise.all([
      iam.send(new GetPolicyVersionCommand({ PolicyArn: arn, VersionId })),
      rolesOf(iam, arn),
    ]);
    const document = decodeURIComponent(version.PolicyVersion?.Document ?? '{}');
    const tags = fromTagPairs(Tags);
    return {
      attributes: { arn },
      properties: { document: JSON.parse(document) as Property, roles, tags: ownTags(tags) },
      tags,
    };
  },

  async ensure(model, { clients, tags }) {
    const iam = await clients.iam();
    const made = await unless(
      iam.send(
        new CreatePolicyCommand({
          PolicyName: model.physicalName,
          Path: model.path,
          PolicyDocument: JSON.stringify(documentOf(model)),
          Tags: tagPairs(tags),
        }),
      ),
      ['EntityAlreadyExistsException', 'EntityAlreadyExists'],
    );
    const arn = made?.Policy?.Arn;
    if (!arn) return undefined;
    await iam.send(new AttachRolePolicyCommand({ PolicyArn: arn, RoleName: model.role }));
    return { attributes: { arn } };
  },

  async sync({ key: { arn = '' }, model, observed, changed }, { clients, tags, ownTags }) {
    const iam = await clients.iam();
    if (changed.has('document')) await newVersion(iam, arn, JSON.stringify(documentOf(model)));
    if (changed.has('roles')) {
      const attached = await rolesOf(iam, arn);
      if (!attached.includes(model.role)) {
        await iam.send(new AttachRolePolicyCommand({ PolicyArn: arn, RoleName: model.role }));
      }
      await detach(
        iam,
        arn,
        attached.filter((role) => role !== model.role),
      );
    }
    if (changed.has('tags')) {
      const { set, gone } = tagChanges(ownTags(observed.tags ?? {}), tags);
      if (Object.keys(set).length > 0)
        await iam.send(new TagPolicyCommand({ PolicyArn: arn, Tags: tagPairs(set) }));
      if (gone.length > 0) await iam.send(new UntagPolicyCommand({ PolicyArn: arn, TagKeys: [...gone] }));
    }
    return { attributes: observed.attributes };
  },

  async remove({ key: { arn = '' } }, { clients }) {
    const iam = await clients.iam();
    const versions = await unlessAbsent(iam.send(new ListPolicyVersionsCommand({ PolicyArn: arn })));
    if (!versions) return;
    await detach(iam, arn, await rolesOf(iam, arn));
    for (const { VersionId, IsDefaultVersion } of versions.Versions ?? []) {
      if (!IsDefaultVersion) await deleteVersion(iam, arn, VersionId);
    }
    await unlessAbsent(iam.send(new DeletePolicyCommand({ PolicyArn: arn })));
  },

  async list({ clients, scope }) {
    const iam = await clients.iam();
    const found: Found[] = [];
    for await (const page of paginateListPolicies({ client: iam }, { Scope: 'Local' })) {
      // ListPolicies gives no tags, so only those whose names could be ours are asked for them.
      for (const { PolicyName: name = '', Arn: arn = '' } of page.Policies ?? []) {
        if (!name.startsWith(nameStart(scope)) || !name.endsWith(`-${scope.region}`)) continue;
        const answer = await unlessAbsent(iam.send(new GetPolicyCommand({ PolicyArn: arn })));
        if (!isOwned(fromTagPairs(answer?.Policy?.Tags), scope)) continue;
        found.push({ kind: 'policy', name, key: { arn }, attributes: { arn } });
      }
    }
    return found;
  },
};

function documentOf({ statements }: Known<PolicyModel>): Property {
  // Nothing is open any more, so every value is what a document holds.
  return plainJson(policyDocument(statements, (value) => value as string));
}

async function rolesOf(iam: IAMClient, PolicyArn: string): Promise<readonly string[]> {
  const answer = await unlessAbsent(
    iam.send(new ListEntitiesForPolicyCommand({ PolicyArn, EntityFilter: 'Role' })),
  );
  return (answer?.PolicyRoles ?? []).flatMap(({ RoleName }) => RoleName ?? []).sort();
}

async function detach(iam: IAMClient, PolicyArn: string, roles: readonly string[]): Promise<void> {
  for (const RoleName of roles) {
    await unlessAbsent(iam.send(new DetachRolePolicyCommand({ PolicyArn, RoleName })));
  }
}

/** IAM keeps five versions at most; those that hold no more make room. */
async function newVersion(iam: IAMClient, PolicyArn: string, PolicyDocument: string): Promise<void> {
  const { Versions = [] } = await iam.send(new ListPolicyVersionsCommand({ PolicyArn }));
  const others = Versions.filter(({ IsDefaultVersion }) => !IsDefaultVersion);
  for (const { VersionId } of others) await deleteVersion(iam, PolicyArn, VersionId);
  await iam.send(new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument, SetAsDefault: true }));
}

async function deleteVersion(
  iam: IAMClient,
  PolicyArn: string,
  VersionId: string | undefined,
): Promise<void> {
  await unlessAbsent(iam.send(new DeletePolicyVersionCommand({ PolicyArn, VersionId })));
}
