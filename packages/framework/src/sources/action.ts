/**
 * An action as IAM names it, `dynamodb:PutItem`, or a pattern, `s3:Get*`. Those that handlers mostly need are offered by
 * the editor. IAM has 20,000 more: any text is taken here, and the command refuses one that IAM does not have.
 */
export type Action = CommonAction | AnyAction;

/** Meets with `{}` so that the common ones are still offered beside it. */
type AnyAction = string & {};

type Of<Service extends string, Name extends string> = `${Service}:${Name}`;

/** What handlers mostly need, service by service. */
export type CommonAction =
  | Of<
      'dynamodb',
      | 'BatchGetItem'
      | 'BatchWriteItem'
      | 'ConditionCheckItem'
      | 'DeleteItem'
      | 'DescribeTable'
      | 'GetItem'
      | 'PartiQLDelete'
      | 'PartiQLInsert'
      | 'PartiQLSelect'
      | 'PartiQLUpdate'
      | 'PutItem'
      | 'Query'
      | 'Scan'
      | 'UpdateItem'
    >
  | Of<
      's3',
      | 'AbortMultipartUpload'
      | 'DeleteObject'
      | 'DeleteObjectVersion'
      | 'GetObject'
      | 'GetObjectTagging'
      | 'GetObjectVersion'
      | 'ListAllMyBuckets'
      | 'ListBucket'
      | 'ListBucketMultipartUploads'
      | 'ListBucketVersions'
      | 'ListMultipartUploadParts'
      | 'PutObject'
      | 'PutObjectAcl'
      | 'PutObjectTagging'
    >
  | Of<
      'sqs',
      | 'ChangeMessageVisibility'
      | 'DeleteMessage'
      | 'GetQueueAttributes'
      | 'GetQueueUrl'
      | 'PurgeQueue'
      | 'ReceiveMessage'
      | 'SendMessage'
    >
  | Of<'sns', 'GetTopicAttributes' | 'Publish' | 'Subscribe' | 'Unsubscribe'>
  | Of<'kinesis', 'DescribeStreamSummary' | 'GetRecords' | 'GetShardIterator' | 'PutRecord' | 'PutRecords'>
  | Of<'secretsmanager', 'BatchGetSecretValue' | 'DescribeSecret' | 'GetSecretValue' | 'PutSecretValue'>
  | Of<'ses', 'SendBulkTemplatedEmail' | 'SendEmail' | 'SendRawEmail' | 'SendTemplatedEmail'>
  | Of<'ssm', 'GetParameter' | 'GetParameters' | 'GetParametersByPath' | 'PutParameter'>
  | Of<'kms', 'Decrypt' | 'Encrypt' | 'GenerateDataKey' | 'Sign' | 'Verify'>
  | Of<'lambda', 'GetFunction' | 'InvokeFunction'>
  | Of<'states', 'DescribeExecution' | 'SendTaskFailure' | 'SendTaskSuccess' | 'StartExecution'>
  | Of<'scheduler', 'CreateSchedule' | 'DeleteSchedule' | 'GetSchedule' | 'UpdateSchedule'>
  | Of<'bedrock', 'InvokeModel' | 'InvokeModelWithResponseStream'>
  | Of<'cognito-idp', 'AdminGetUser' | 'AdminUpdateUserAttributes' | 'ListUsers'>
  | Of<'logs', 'FilterLogEvents' | 'GetQueryResults' | 'StartQuery'>
  | Of<'iam', 'PassRole'>
  | Of<'sts', 'AssumeRole'>
  | Of<'events', 'PutEvents'>
  | Of<'cloudwatch', 'PutMetricData'>
  | Of<'execute-api', 'Invoke' | 'ManageConnections'>;
