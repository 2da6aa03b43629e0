import {
  CreateAccessKeyCommand,
  CreateUserCommand,
  IAMClient,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import type { MiniStack } from './ministack.ts';

/** A policy as `tankard policy --deployer` prints it. */
export interface IamPolicy {
  readonly Version: string;
  readonly Statement: readonly { readonly Action: string | readonly string[] }[];
}

/** Somebody whose calls an engine with `AUTH=true` allows by policies only. */
export interface EngineUser {
  readonly credentials: MiniStack['client']['credentials'];
  /** Lets the user do what these two policies say together, and nothing else. */
  allow(policy: IamPolicy, other?: IamPolicy): Promise<void>;
}

/** Calls of which MiniStack does not see the resource: it asks for them on `*`, where AWS asks for the ARN. */
const UNSEEN: ReadonlySet<string> = new Set([
  'dynamodb:ListTagsOfResource',
  'dynamodb:TagResource',
  'dynamodb:UntagResource',
  'events:ListTagsForResource',
  'events:ListTargetsByRule',
  'events:PutTargets',
  'events:RemoveTargets',
  'events:TagResource',
  'events:UntagResource',
  'lambda:CreateFunction',
  'scheduler:CreateSchedule',
  'scheduler:GetSchedule',
  'scheduler:ListTagsForResource',
  'scheduler:TagResource',
  'scheduler:UntagResource',
  'scheduler:UpdateSchedule',
  'sns:GetSubscriptionAttributes',
  'sns:ListTagsForResource',
  'sns:SetSubscriptionAttributes',
  'sns:TagResource',
  'sns:Unsubscribe',
  'sns:UntagResource',
]);

/** Makes a user who may do nothing yet. */
export async function newUser({ client }: MiniStack, UserName: string): Promise<EngineUser> {
  const iam = new IAMClient(client);
  await iam.send(new CreateUserCommand({ UserName }));
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }));
  return {
    credentials: {
      accessKeyId: AccessKey?.AccessKeyId ?? '',
      secretAccessKey: AccessKey?.SecretAccessKey ?? '',
    },
    allow: async (policy, other = policy) => {
      for (const [PolicyName, one] of Object.entries({ policy, other })) {
        const PolicyDocument = JSON.stringify(asTheEngineAsks(one));
        await iam.send(new PutUserPolicyCommand({ UserName, PolicyName, PolicyDocument }));
      }
    },
  };
}

/** The same with the unseen calls on `*`, those that it allows at all. */
function asTheEngineAsks({ Version, Statement }: IamPolicy) {
  const Action = Statement.flatMap((one) => one.Action).filter((action) => UNSEEN.has(action));
  const unseen = Action.length > 0 ? [{ Effect: 'Allow', Action, Resource: '*' }] : [];
  return { Version, Statement: [...Statement, ...unseen] };
}
