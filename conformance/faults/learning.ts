import type { Watcher } from '../engines/counting-proxy.ts';
import type { AwsRefusal } from '../engines/fault.ts';

/** What AWS refuses for a moment, because its services learn of each other's changes with a delay. */
export interface Learning {
  /** What a test is told of it as. */
  readonly title: string;
  /** `service operation` as the proxy sees it; of a REST call with its query. */
  readonly calls: RegExp;
  readonly refusal: Omit<AwsRefusal, 'kind'>;
}

const busy = 'The operation cannot be performed at this time. An update is in progress for resource: arn';
const functions = '/2015-03-31/functions';

export const learnings: readonly Learning[] = [
  {
    // https://docs.aws.amazon.com/lambda/latest/dg/troubleshooting-deployment.html
    title: "a function's role is not known yet",
    calls: new RegExp(`^lambda POST ${functions}$`),
    refusal: {
      status: 400,
      name: 'InvalidParameterValueException',
      message: 'The role defined for the function cannot be assumed by Lambda.',
    },
  },
  {
    // https://docs.aws.amazon.com/lambda/latest/dg/functions-states.html
    title: 'a function is pending, or another update of it is in progress',
    calls: new RegExp(
      `^lambda (PUT ${functions}/[^/]+/(code|configuration)|PUT .*/concurrency|DELETE ${functions}/[^/]+)$`,
    ),
    refusal: { status: 409, name: 'ResourceConflictException', message: busy },
  },
  {
    // https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
    title: "a function's policy is being changed",
    calls: new RegExp(`^lambda (POST|DELETE) ${functions}/[^/]+/policy`),
    refusal: {
      status: 409,
      name: 'ResourceConflictException',
      message: 'The function could not be updated due to a concurrent update operation.',
    },
  },
  {
    // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
    title: "a poller's role may not poll yet",
    calls: /^lambda POST .*\/event-source-mappings/,
    refusal: {
      status: 400,
      name: 'InvalidParameterValueException',
      message: 'The provided execution role does not have permissions to call ReceiveMessage on SQS',
    },
  },
  {
    // https://docs.aws.amazon.com/lambda/latest/api/API_UpdateEventSourceMapping.html
    title: 'a mapping is being changed',
    calls: /^lambda (PUT|DELETE) .*\/event-source-mappings\//,
    refusal: {
      status: 400,
      name: 'ResourceInUseException',
      message: 'Cannot update the event source mapping because it is in use.',
    },
  },
  {
    // https://docs.aws.amazon.com/scheduler/latest/UserGuide/setting-up.html
    title: "the Scheduler's role is not known yet",
    calls: /^scheduler (POST|PUT) \/schedules\//,
    refusal: {
      status: 400,
      name: 'ValidationException',
      message: 'The execution role you provide must allow AWS EventBridge Scheduler to assume the role.',
    },
  },
  {
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/how-to-enable-disable-notification-intro.html
    title: 'S3 may not call a function yet',
    calls: /^s3 PUT \/[^/]+\?notification/,
    refusal: {
      status: 400,
      name: 'InvalidArgument',
      message: 'Unable to validate the following destination configurations',
    },
  },
  {
    // https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html
    title: 'a rule is being changed',
    calls: /^events (PutRule|PutTargets|RemoveTargets|DeleteRule)$/,
    refusal: {
      status: 400,
      name: 'ConcurrentModificationException',
      message: 'There is concurrent modification on a rule, target, archive, or replay.',
    },
  },
  {
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/handle-errors.html
    title: 'an API is being changed',
    calls: /^apigateway (POST|PUT|PATCH|DELETE) /,
    refusal: {
      status: 409,
      name: 'ConflictException',
      message: 'Unable to complete operation due to concurrent modification. Please try again later.',
    },
  },
  {
    // https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
    title: 'a role or policy is being changed',
    calls: /^iam (Create|Delete|Put|Attach|Detach|Update|Tag|Untag)/,
    refusal: {
      status: 409,
      name: 'ConcurrentModification',
      message: 'Multiple requests to change this object were submitted simultaneously.',
    },
  },
  {
    // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
    title: 'a log group is being changed',
    calls: /^logs (Create|Delete|Put|Tag|Untag)/,
    refusal: {
      status: 400,
      name: 'OperationAbortedException',
      message: 'A conflicting operation is currently in progress against this resource. Please try again.',
    },
  },
  {
    // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html
    title: 'a queue of the same name was deleted a moment ago',
    calls: /^sqs CreateQueue$/,
    refusal: {
      status: 400,
      name: 'QueueDeletedRecently',
      message:
        'You must wait 60 seconds after deleting a queue before you can create another with the same name.',
    },
  },
  {
    // https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
    title: 'a bucket is being changed',
    calls: /^s3 (PUT|DELETE) \/[^/?]+\/?(\?tagging=?|\?x-id=.*)?$/,
    refusal: {
      status: 409,
      name: 'OperationAborted',
      message: 'A conflicting conditional operation is currently in progress against this resource.',
    },
  },
  {
    // https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TagResource.html
    title: 'a table is being changed',
    calls: /^dynamodb (UpdateTimeToLive|UpdateTable|TagResource|UntagResource|DeleteTable)$/,
    refusal: {
      status: 400,
      name: 'ResourceInUseException',
      message: 'Attempt to change a resource which is still in use: Table is being updated',
    },
  },
  {
    // https://docs.aws.amazon.com/kinesis/latest/APIReference/API_AddTagsToStream.html
    title: 'a stream is being changed',
    calls: /^kinesis (AddTagsToStream|RemoveTagsFromStream|UpdateShardCount|DeleteStream)$/,
    refusal: { status: 400, name: 'ResourceInUseException', message: 'Stream is not ACTIVE' },
  },
  {
    // https://docs.aws.amazon.com/sns/latest/api/API_TagResource.html
    title: 'the tags of a topic are being changed',
    calls: /^sns (TagResource|UntagResource)$/,
    refusal: {
      status: 400,
      name: 'ConcurrentAccess',
      message: "Can't perform multiple operations on a tag simultaneously.",
    },
  },
];

/** Refuses each call the first few times that it is made; the SDK does not try these again by itself. */
export function slowToLearn(all: readonly Learning[], times = 2): Watcher {
  const made = new Map<string, number>();
  return ({ service, name }, { method, path, body }) => {
    const asked = name.includes(' ') ? `${service} ${method} ${path}` : `${service} ${name}`;
    const known = all.find(({ calls }) => calls.test(asked));
    if (!known) return undefined;
    // The Scheduler's calls bear a token that is another one each time.
    const call = `${known.title} ${path} ${body.replace(/"ClientToken":"[^"]*"/, '')}`;
    const before = made.get(call) ?? 0;
    made.set(call, before + 1);
    return before < times ? { kind: 'refused', ...known.refusal } : undefined;
  };
}
