import type { Difference } from './differences.ts';

/** A difference between what a deploy and a stack make that is right to stand. One that matches nothing fails. */
export interface Allowance {
  readonly thing: RegExp;
  readonly path: RegExp;
  readonly reason: string;
}

export const allowances: readonly Allowance[] = [
  {
    thing: /^(function|role) every-source-\w+-payment/,
    path: /\.TANKARD_SECRET_API_KEY$|^policies\.inline\.Statement\.\d\.Resource$/,
    reason:
      'MiniStack gives the name for a Ref to a secret, and AWS its ARN: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html',
  },
  {
    thing: /^function every-source-/,
    path: /\.TANKARD_URL_WEBSOCKET$/,
    reason:
      'A deploy takes the host that the API says of itself, which is MiniStack’s; a template has AWS’s.',
  },
  {
    thing: /^function /,
    path: /^Concurrency$/,
    reason: 'MiniStack’s CloudFormation passes over ReservedConcurrentExecutions, which the template has.',
  },
  {
    thing: /^function /,
    path: /^Configuration\.VpcConfig$/,
    reason:
      'MiniStack’s CloudFormation passes over VpcConfig, which the template has where the app has one; of a deploy’s it says AWS’s default too.',
  },
  {
    thing: /^bucket /,
    path: /^$/,
    reason: 'MiniStack’s CloudFormation passes over the tags of a bucket, which the template has.',
  },
  {
    thing: /^role /,
    path: /^PermissionsBoundary$/,
    reason: 'MiniStack’s CloudFormation passes over PermissionsBoundary of a role, which the template has.',
  },
  {
    thing: /^http api /,
    path: /^(api|stages\.0)\.Tags$/,
    reason:
      'MiniStack’s CloudFormation passes over the tags of an HTTP API and its stage, which the template has.',
  },
  {
    thing: /^rest api /,
    path: /^stages\.0\.tags$/,
    reason: 'MiniStack tells the tags of a stage only where a stack made it.',
  },
  {
    thing: /^mapping /,
    path: /^(MaximumRecordAgeInSeconds|ParallelizationFactor|StartingPosition)$/,
    reason:
      'AWS’s defaults are -1, 1 and, of a queue, none: https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html. MiniStack’s CloudFormation leaves the first two open and gives queues LATEST.',
  },
  {
    thing: /^(queue|topic) .*\.fifo$/,
    path: /^(ContentBasedDeduplication|FifoTopic)$/,
    reason: 'MiniStack’s CloudFormation makes FIFO things by their names and does not say that they are.',
  },
  {
    thing: /^queue /,
    path: /^SqsManagedSseEnabled$/,
    reason:
      'AWS encrypts every new queue: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-sqs-sse-queue.html. MiniStack says so only of a stack’s.',
  },
  {
    thing: /^rest api /,
    path: /^api\.endpointConfiguration$/,
    reason: 'MiniStack’s CloudFormation passes over EndpointConfiguration, which the template has.',
  },
  {
    thing: /^schedule /,
    path: /^ScheduleExpressionTimezone$/,
    reason: 'MiniStack’s CloudFormation passes over the time zone, which the template has.',
  },
  {
    thing: /^stream /,
    path: /^OpenShardCount$/,
    reason:
      'An on-demand stream begins with four: https://docs.aws.amazon.com/streams/latest/dev/how-do-i-size-a-stream.html. MiniStack’s CreateStream makes one.',
  },
  {
    thing: /^subscription /,
    path: /^(ConfirmationWasAuthenticated|Endpoint|FilterPolicyScope|Owner|PendingConfirmation|Protocol|TopicArn)$/,
    reason:
      'MiniStack tells of a stack’s subscription only what was set; topic and endpoint stand in its key.',
  },
  {
    thing: /^table /,
    path: /^(GlobalSecondaryIndexes\.0\.Index(Arn|SizeBytes|Status)|GlobalSecondaryIndexes\.0\.(ItemCount|ProvisionedThroughput.*)|ProvisionedThroughput\.(Read|Write)CapacityUnits|expiry)$/,
    reason:
      'MiniStack’s CloudFormation says less of an index, more of the capacity of a table that is paid by request, and passes over TimeToLiveSpecification, which the template has.',
  },
  {
    thing: /^topic /,
    path: /^(DisplayName|Policy\.Statement\.0\.Condition)$/,
    reason: 'MiniStack’s CloudFormation has defaults of its own for what neither of the two sets.',
  },
];

export const isAllowed = ({ thing, path }: Difference): Allowance | undefined =>
  allowances.find((one) => one.thing.test(thing) && one.path.test(path));
