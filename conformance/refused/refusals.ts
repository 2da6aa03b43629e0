/** What AWS refuses, as a user might write it, and how the command refuses it before. */
export interface Refusal {
  readonly what: string;
  /** Below `export const app = new App('refused')`. */
  readonly source: string;
  readonly config?: string;
  readonly code: string;
}

const queue = "const jobs = app.queue('Jobs');\n";
const fifo = "const jobs = app.queue('Jobs', { fifo: true });\n";
const files = "const files = app.bucket('Files');\n";
const schedule = (when: string, options = '') =>
  `export const tick = app.schedule('${when}', ${options}() => 1);`;
const work = (options: string) => `export const work = app.onSqsMessage(jobs, ${options}, () => 1);`;
const click = (options: string) =>
  `export const click = app.onKinesisRecord(app.stream('Clicks'), ${options}, () => 1);`;
const shipped = (pattern: string) => `export const shipped = app.onEvent(${pattern}, () => 1);`;
const call = 'export const call = app.lambda(() => 1);';

export const refusals: readonly Refusal[] = [
  // https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
  { what: 'a rate of one in the plural', source: schedule('rate(1 minutes)'), code: 'SCHEDULE_EXPRESSION' },
  {
    what: 'a rate of several in the singular',
    source: schedule('rate(5 minute)'),
    code: 'SCHEDULE_EXPRESSION',
  },
  { what: 'a rate of none', source: schedule('rate(0 minutes)'), code: 'SCHEDULE_EXPRESSION' },
  { what: 'a rate in seconds', source: schedule('rate(5 seconds)'), code: 'SCHEDULE_EXPRESSION' },
  { what: 'a cron of five fields', source: schedule('cron(0 2 * * ?)'), code: 'SCHEDULE_EXPRESSION' },
  {
    what: 'a cron with both kinds of day',
    source: schedule('cron(0 2 * * * *)'),
    code: 'SCHEDULE_EXPRESSION',
  },
  { what: 'an hour that there is not', source: schedule('cron(0 24 * * ? *)'), code: 'SCHEDULE_EXPRESSION' },
  {
    what: 'the same as a rule',
    source: schedule('rate(1 hours)', "{ via: 'rule' }, "),
    code: 'SCHEDULE_EXPRESSION',
  },
  {
    what: 'a time zone that there is not',
    source: schedule('cron(0 2 * * ? *)', "{ timezone: 'Europe/Nowhere' }, "),
    code: 'SCHEDULE_TIMEZONE',
  },
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
  {
    what: 'one route twice',
    source: "export const a = app.route('GET /a', () => 1);\nexport const b = app.route('GET /a', () => 2);",
    code: 'ROUTE_TWICE',
  },
  {
    what: 'one route by two names of its parameter',
    source:
      "export const a = app.route('GET /{a}', () => 1);\nexport const b = app.route('GET /{b}', () => 2);",
    code: 'ROUTE_PARAM_NAMES',
  },
  {
    what: 'a route that goes on after a greedy parameter',
    source: "export const a = app.route('GET /{a+}/b', () => 1);",
    code: 'ROUTE_GREEDY_NOT_LAST',
  },
  // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-parameters.html
  {
    what: 'a batch of more than ten without a window',
    source: queue + work('{ batchSize: 11 }'),
    code: 'SQS_BATCH_WITHOUT_WINDOW',
  },
  {
    what: 'a batch of more than ten of a FIFO queue',
    source: fifo + work('{ batchSize: 11 }'),
    code: 'SQS_FIFO_BATCH',
  },
  { what: 'one poller at most', source: queue + work('{ concurrency: 1 }'), code: 'OPTION_BOUNDS' },
  // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
  {
    what: "a queue that shows a message again before its handler's time is up",
    source: `const jobs = app.queue('Jobs', { visibility: 20 });\n${work('{ timeout: 30 }')}`,
    code: 'QUEUE_VISIBILITY',
  },
  {
    what: 'a mapping of a queue that is not there',
    source: "export const work = app.onSqsMessage('nothing', () => 1);",
    code: 'EXISTING_MISSING',
  },
  // https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html
  { what: 'a batch of a stream over 10,000', source: click('{ batchSize: 10001 }'), code: 'OPTION_BOUNDS' },
  { what: 'eleven batches of a shard at once', source: click('{ concurrency: 11 }'), code: 'OPTION_BOUNDS' },
  {
    what: 'a FIFO queue for what a stream failed at',
    source: fifo + click('{ onFailure: jobs }'),
    code: 'ON_FAILURE_FIFO',
  },
  // https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
  {
    what: 'a filter without a list',
    source: queue + work("{ filter: { body: { kind: 'a' as never } } }"),
    code: 'FILTER_INVALID',
  },
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html
  {
    what: 'two functions for the same event of the same objects',
    source: `${files}export const a = app.onS3Event(files, () => 1);\nexport const b = app.onS3Event(files, () => 2);`,
    code: 'S3_EVENTS_OVERLAP',
  },
  {
    what: 'an event that S3 does not have',
    source: `${files}export const a = app.onS3Event(files, { events: ['s3:ObjectRead' as never] }, () => 1);`,
    code: 'S3_EVENT_UNKNOWN',
  },
  {
    what: 'a bucket that is not there',
    source: "export const a = app.onS3Event('no-such-bucket-1', () => 1);",
    code: 'EXISTING_MISSING',
  },
  // https://docs.aws.amazon.com/sns/latest/dg/fifo-message-delivery.html
  {
    what: 'a FIFO topic that calls a function',
    source: "export const a = app.onSnsMessage(app.topic('News', { fifo: true }), () => 1);",
    code: 'TOPIC_FIFO_HANDLER',
  },
  {
    what: 'a topic that is not there',
    source: "export const a = app.onSnsMessage('nothing', () => 1);",
    code: 'EXISTING_MISSING',
  },
  // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern.html
  { what: 'a pattern of nothing', source: shipped('{}'), code: 'EVENT_PATTERN_INVALID' },
  {
    what: 'a pattern without a list',
    source: shipped("{ source: 'a' as never }"),
    code: 'EVENT_PATTERN_INVALID',
  },
  // https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
  {
    what: 'more memory than there is',
    source: call,
    config: '{ defaults: { memory: 10241 } }',
    code: 'CONFIG_BOUNDS',
  },
  {
    what: 'a function that runs for an hour',
    source: call,
    config: '{ defaults: { timeout: 3600 } }',
    code: 'CONFIG_BOUNDS',
  },
  {
    what: "a variable of Lambda's own",
    source: call,
    config: "{ defaults: { environment: { AWS_REGION: 'eu-west-1' } } }",
    code: 'ENVIRONMENT_RESERVED',
  },
  {
    what: 'an environment over 4 KB',
    source: call,
    config: "{ defaults: { environment: { LONG: 'x'.repeat(4096) } } }",
    code: 'ENVIRONMENT_TOO_LARGE',
  },
  // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
  {
    what: 'logs for eight days',
    source: call,
    config: '{ defaults: { logRetention: 8 } }',
    code: 'LOG_RETENTION',
  },
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
  {
    what: 'an action that there is not',
    source:
      "export const a = app.lambda({ permissions: [{ actions: ['s3:ReadObject'], resources: ['*'] }] }, () => 1);",
    code: 'PERMISSION_UNKNOWN_ACTION',
  },
];
