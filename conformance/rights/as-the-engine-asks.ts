import type { PolicyDocument } from './right.ts';

/** Calls that MiniStack asks for by other words than AWS does. */
interface OtherWords {
  /** What AWS asks for. */
  readonly action: RegExp;
  /** What the engine asks for; the same action where nothing is said. */
  readonly asked?: string;
  /** The engine does not see what the call is about: it asks on `*`, and fills in no condition key. */
  readonly unseen?: boolean;
}

const otherWords: readonly OtherWords[] = [
  // AWS: https://docs.aws.amazon.com/ses/latest/dg/control-user-access.html
  { action: /^ses:Send/, unseen: true },
  // A raw message needs the action of that name with version 2 as well.
  { action: /^ses:SendRawEmail$/, asked: 'ses:SendEmail', unseen: true },
  { action: /^ssm:GetParametersByPath$/, unseen: true },
  // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-api-permissions-reference.html
  { action: /^sqs:SendMessage$/, asked: 'sqs:SendMessageBatch' },
  // https://docs.aws.amazon.com/sns/latest/api/API_PublishBatch.html
  { action: /^sns:Publish$/, asked: 'sns:PublishBatch' },
];

/** The policy with what it allows said in the engine's words too; what it does not allow stays refused. */
export function asTheEngineAsks(document: PolicyDocument): PolicyDocument {
  const translated = document.Statement.flatMap((statement) =>
    [statement.Action].flat().flatMap((action) =>
      otherWords
        .filter((words) => words.action.test(action))
        .map(({ asked = action, unseen }) => ({
          ...(unseen ? { Effect: statement.Effect, Resource: '*' } : statement),
          Action: asked,
        })),
    ),
  );
  return { ...document, Statement: [...document.Statement, ...translated] };
}
