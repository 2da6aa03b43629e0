import {
  GetRolePolicyCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
  ListRolePoliciesCommand,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { GetFunctionConfigurationCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { Engine } from '../engines/engine.ts';
import { asTheEngineAsks } from './as-the-engine-asks.ts';
import { type PolicyDocument, type Right, rightsOf, without } from './right.ts';

/** The role that a deployed function runs with. */
export interface DeployedRole {
  readonly rights: readonly Right[];
  /** Does something while the role lacks one right. */
  lacking<T>(right: Right, act: () => Promise<T>): Promise<T>;
}

/**
 * Reads a function's role, and says it in the engine's words.
 *
 * @throws Error where the role has a policy that is not its own: its rights would be more than are read here.
 */
export async function roleOf({ client }: Engine, FunctionName: string): Promise<DeployedRole> {
  const iam = new IAMClient(client);
  const found = await new LambdaClient(client).send(new GetFunctionConfigurationCommand({ FunctionName }));
  const RoleName = found.Role?.split('/').at(-1);
  const { AttachedPolicies = [] } = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName }));
  if (AttachedPolicies.length > 0) throw new Error(`${RoleName} has policies beside its own.`);

  const { PolicyNames = [] } = await iam.send(new ListRolePoliciesCommand({ RoleName }));
  const policies = new Map<string, PolicyDocument>();
  for (const PolicyName of PolicyNames) {
    const { PolicyDocument = '' } = await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName }));
    policies.set(PolicyName, JSON.parse(decodeURIComponent(PolicyDocument)));
  }
  const put = async (change: (document: PolicyDocument) => PolicyDocument) => {
    for (const [PolicyName, document] of policies) {
      const PolicyDocument = JSON.stringify(asTheEngineAsks(change(document)));
      await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName, PolicyDocument }));
    }
  };
  await put((document) => document);
  return {
    rights: [...policies.values()].flatMap(rightsOf),
    lacking: async (right, act) => {
      await put((document) => without(document, right));
      try {
        return await act();
      } finally {
        await put((document) => document);
      }
    },
  };
}
