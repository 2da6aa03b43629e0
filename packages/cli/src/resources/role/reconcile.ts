import {
  CreateRoleCommand,
  DeleteRoleCommand,
  DeleteRolePermissionsBoundaryCommand,
  DeleteRolePolicyCommand,
  DetachRolePolicyCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  type IAMClient,
  ListAttachedRolePoliciesCommand,
  ListRolePoliciesCommand,
  ListRoleTagsCommand,
  PutRolePermissionsBoundaryCommand,
  PutRolePolicyCommand,
  paginateListRoles,
  TagRoleCommand,
  UntagRoleCommand,
  UpdateAssumeRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { unless, unlessAbsent } from '../../aws/error-name.ts';
import type { Known } from '../known.ts';
import { fromTagPairs, isOwned, nameStart, tagChanges, tagPairs } from '../ownership.ts';
import { plainJson } from '../plain-json.ts';
import type { Found, Property, Reconciler } from '../reconciler.ts';
import type { RoleModel } from './model.ts';
import { policyDocument, trustDocument } from './policy-document.ts';

/** What the inline policy is called, here and in templates. */
const INLINE = 'inline';

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
export const roleReconciler: Reconciler<'role'> = {
  replaces: [],
  key: ({ physicalName }) => ({ name: physicalName }),
  wanted: (model, { tags }) => ({
    trust: trustOf(model),
    boundary: model.boundary,
    policy: inlineOf(model),
    tags,
  }),

  async observe({ key: { name: RoleName } }, { clients, ownTags }) {
    const iam = await clients.iam();
    const [answer, policy] = await Promise.all([
      unlessAbsent(iam.send(new GetRoleCommand({ RoleName }))),
      unlessAbsent(iam.send(new GetRolePolicyCommand({ RoleName, PolicyName: INLINE }))),
    ]);
    if (!answer?.Role) return undefined;
    const { Arn: arn = '', RoleName: name = '', AssumeRolePolicyDocument: trust = '', Tags } = answer.Role;
    const tags = fromTagPairs(Tags);
    return {
      attributes: { arn, name },
      properties: {
        trust: parseDocument(trust),
        boundary: answer.Role.PermissionsBoundary?.PermissionsBoundaryArn,
        policy: policy && parseDocument(policy.PolicyDocument ?? ''),
        tags: ownTags(tags),
      },
      tags,
    };
  },

  async ensure(model, { clients, tags }) {
    const iam = await clients.iam();
    const RoleName = model.physicalName;
    const made = await unless(
      iam.send(
        new CreateRoleCommand({
          RoleName,
          Path: model.path,
          PermissionsBoundary: model.boundary,
          AssumeRolePolicyDocument: JSON.stringify(trustOf(model)),
          Tags: tagPairs(tags),
        }),
      ),
      ['EntityAlreadyExistsException', 'EntityAlreadyExists'],
    );
    if (!made?.Role) return undefined;
    await putInline(iam, model);
    return { attributes: { arn: made.Role.Arn ?? '', name: RoleName } };
  },

  async sync({ model, observed, changed }, { clients, tags, ownTags }) {
    const iam = await clients.iam();
    const RoleName = model.physicalName;
    if (changed.has('trust')) {
      const PolicyDocument = JSON.stringify(trustOf(model));
      await iam.send(new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument }));
    }
    if (changed.has('boundary')) await putBoundary(iam, model);
    if (changed.has('policy')) await putInline(iam, model);
    if (changed.has('tags')) {
      const { set, gone } = tagChanges(ownTags(observed.tags ?? {}), tags);
      if (Object.keys(set).length > 0) await iam.send(new TagRoleCommand({ RoleName, Tags: tagPairs(set) }));
      if (gone.length > 0) await iam.send(new UntagRoleCommand({ RoleName, TagKeys: [...gone] }));
    }
    return { attributes: observed.attributes };
  },

  async remove({ key: { name: RoleName = '' } }, { clients }) {
    const iam = await clients.iam();
    if (!(await emptyRole(iam, RoleName))) return;
    await unlessAbsent(iam.send(new DeleteRoleCommand({ RoleName })));
  },

  async list({ clients, scope }) {
    const iam = await clients.iam();
    const found: Found[] = [];
    for await (const { Roles = [] } of paginateListRoles({ client: iam }, {})) {
      // ListRoles gives no tags, so only those whose names could be ours are asked for them.
      for (const { RoleName: name = '', Arn: arn = '' } of Roles) {
        if (!name.startsWith(nameStart(scope)) || !name.endsWith(`-${scope.region}`)) continue;
        const answer = await unlessAbsent(iam.send(new ListRoleTagsCommand({ RoleName: name })));
        if (!isOwned(fromTagPairs(answer?.Tags), scope)) continue;
        found.push({ kind: 'role', name, key: { name }, attributes: { arn, name } });
      }
    }
    return found;
  },
};

type Model = Known<RoleModel>;

function trustOf({ trusts, trustCondition }: Model): Property {
  return plainJson(trustDocument({ Service: trusts }, 'sts:AssumeRole', { Condition: trustCondition }));
}

function inlineOf({ statements }: Model): Property | undefined {
  if (statements.length === 0) return undefined;
  // Nothing is open any more, so every value is what a document holds.
  return plainJson(policyDocument(statements, (value) => value as string));
}

async function putBoundary(
  iam: IAMClient,
  { physicalName: RoleName, boundary: PermissionsBoundary }: Model,
): Promise<void> {
  if (PermissionsBoundary === undefined) {
    await unlessAbsent(iam.send(new DeleteRolePermissionsBoundaryCommand({ RoleName })));
  } else {
    await iam.send(new PutRolePermissionsBoundaryCommand({ RoleName, PermissionsBoundary }));
  }
}

async function putInline(iam: IAMClient, model: Model): Promise<void> {
  const document = inlineOf(model);
  const which = { RoleName: model.physicalName, PolicyName: INLINE };
  if (document === undefined) await unlessAbsent(iam.send(new DeleteRolePolicyCommand(which)));
  else await iam.send(new PutRolePolicyCommand({ ...which, PolicyDocument: JSON.stringify(document) }));
}

/** A role with policies can't be deleted. False where there is no such role. */
async function emptyRole(iam: IAMClient, RoleName: string): Promise<boolean> {
  const [inline, attached] = await Promise.all([
    unlessAbsent(iam.send(new ListRolePoliciesCommand({ RoleName }))),
    unlessAbsent(iam.send(new ListAttachedRolePoliciesCommand({ RoleName }))),
  ]);
  await Promise.all([
    ...(inline?.PolicyNames ?? []).map((PolicyName) =>
      unlessAbsent(iam.send(new DeleteRolePolicyCommand({ RoleName, PolicyName }))),
    ),
    ...(attached?.AttachedPolicies ?? []).map(({ PolicyArn }) =>
      unlessAbsent(iam.send(new DetachRolePolicyCommand({ RoleName, PolicyArn }))),
    ),
  ]);
  return inline !== undefined;
}

/** IAM gives documents in the encoding of URLs. */
function parseDocument(text: string): Property {
  return JSON.parse(decodeURIComponent(text)) as Property;
}
