import type { TakenRight } from './take-away.ts';

/** Rights without which everything goes on in the engine, and why a role has them all the same. */
export interface ExtraRight {
  /** The app and the function, as `recruiting audit`. */
  readonly of?: RegExp;
  /** The action and the resource, as `sqs:ReceiveMessage arn:…`. */
  readonly right: RegExp;
  readonly reason: string;
  /** The engine is laxer than AWS; what is tried does not lead there; or the policy is wider than it need be. */
  readonly kind: 'engine' | 'not led to' | 'wider';
}

/** One that matches nothing any more fails the suite. */
export const extraRights: readonly ExtraRight[] = [
  {
    right: /^logs:(CreateLogStream|PutLogEvents) /,
    reason: 'MiniStack writes the log of a function by itself, Lambda with the rights of its role.',
    kind: 'engine',
  },
  {
    right: /^sqs:(ReceiveMessage|DeleteMessage|GetQueueAttributes) /,
    reason: "MiniStack's pollers do not ask; Lambda reads a queue with the rights of the function's role.",
    kind: 'engine',
  },
  {
    right: /^dynamodb:(DescribeStream|GetRecords|GetShardIterator|ListStreams) /,
    reason: "MiniStack's pollers do not ask; Lambda reads a stream with the rights of the function's role.",
    kind: 'engine',
  },
  {
    // https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html
    right: /^s3:PutObjectTagging /,
    reason: 'MiniStack lets an object be put with tags for s3:PutObject alone, S3 does not.',
    kind: 'engine',
  },
  {
    right: /^sqs:SendMessage arn:\S+Failures$/,
    reason:
      'What failed goes to the queue for that with the rights of the role, which MiniStack does not ask.',
    kind: 'engine',
  },
  {
    of: /^corpus mailsTemplate/,
    right: /^ses:Send/,
    reason: 'MiniStack does not see identity and template: one of the two is enough for it.',
    kind: 'engine',
  },
  {
    right: /^ssm:GetParametersByPath /,
    reason: 'MiniStack does not see the path: one of its two forms is enough for it.',
    kind: 'engine',
  },
  {
    // https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html
    right: /^s3:GetObjectTagging /,
    reason: 'S3 asks for it to copy an object that has tags, MiniStack does not.',
    kind: 'engine',
  },
  {
    right: /^iam:PassRole /,
    reason: 'MiniStack lets everybody pass a role on.',
    kind: 'engine',
  },
  {
    right: /^s3:AbortMultipartUpload /,
    reason: 'Needed only where an upload in parts fails half-way.',
    kind: 'not led to',
  },
  {
    of: /^corpus writesEncrypted$/,
    right: /^kms:(Decrypt|GenerateDataKey) /,
    reason: 'S3 asks for the key with the rights of whoever writes, MiniStack does not.',
    kind: 'engine',
  },
  {
    of: /^corpus runsOnce$/,
    right: /^dynamodb:(DeleteItem|GetItem|UpdateItem) /,
    reason: 'Powertools asks for it the first time only, or where the handler or a condition fails.',
    kind: 'not led to',
  },
  {
    of: /^corpus takesClient$/,
    right: /^dynamodb:GetItem /,
    reason: 'It is called with a client, which no event can bring.',
    kind: 'not led to',
  },
  {
    of: /^corpus asksWho$/,
    right: /^sts:GetCallerIdentity /,
    reason: 'AWS gives it to everybody.',
    kind: 'wider',
  },
  {
    of: /^corpus namesFunction$/,
    right: /^dynamodb:PutItem /,
    reason: 'A function that is named may be called, and this one is not.',
    kind: 'wider',
  },
  {
    of: /^corpus saysMore$/,
    right: /^s3:/,
    reason: 'Asked for by hand (`permissions`), and not used.',
    kind: 'wider',
  },
];

export function extraRightFor({ of, right }: TakenRight): ExtraRight | undefined {
  const text = `${right.action} ${right.resource}`;
  return extraRights.find((extra) => extra.right.test(text) && (extra.of?.test(of) ?? true));
}
