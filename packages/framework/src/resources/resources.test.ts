import { afterEach, describe, expect, test, vi } from 'vitest';
import { App } from '../index.ts';
import { environmentName } from './environment.ts';

afterEach(() => vi.unstubAllEnvs());

const app = new App('test');
const table = app.table('Users', { partitionKey: 'id' });
const bucket = app.bucket('ScheduledMessagesBucket');
const queue = app.queue('Jobs', { fifo: true });
const topic = app.topic('News');
const stream = app.stream('Clicks');
const parameter = app.parameter('SourceEmail');
const secret = app.secret('BankKey');

test.each([
  ['bucket', 'ScheduledMessagesBucket', 'TANKARD_BUCKET_SCHEDULED_MESSAGES_BUCKET'],
  ['table', 'users', 'TANKARD_TABLE_USERS'],
  ['table', 'my-old.table', 'TANKARD_TABLE_MY_OLD_TABLE'],
  ['topic', 'SNSTopic2Go', 'TANKARD_TOPIC_SNS_TOPIC2_GO'],
  ['url', '', 'TANKARD_URL'],
] as const)('the variable of the %s %s is %s', (kind, name, variable) => {
  expect(environmentName(kind, name)).toBe(variable);
});

describe('in a function', () => {
  test('a handle reads its variable', () => {
    vi.stubEnv('TANKARD_TABLE_USERS', 'test-dev-Users');
    vi.stubEnv('TANKARD_BUCKET_SCHEDULED_MESSAGES_BUCKET', 'test-dev-files');
    vi.stubEnv('TANKARD_STREAM_CLICKS', 'test-dev-Clicks');
    vi.stubEnv('TANKARD_PARAMETER_SOURCE_EMAIL', 'a@example.com');
    vi.stubEnv('TANKARD_URL', 'https://example.com');
    expect([table.name, bucket.name, stream.name, parameter.value]).toEqual([
      'test-dev-Users',
      'test-dev-files',
      'test-dev-Clicks',
      'a@example.com',
    ]);
    expect(`${app.url}/users`).toBe('https://example.com/users');
    expect(JSON.stringify({ url: app.url })).toBe('{"url":"https://example.com"}');
    expect(app.url.value).toBe('https://example.com');
  });

  test('the URL of the API has no slash at its end, as that of a function URL has', () => {
    vi.stubEnv('TANKARD_URL', 'https://example.com/');
    expect(`${app.url}/users`).toBe('https://example.com/users');
  });

  test('an ARN has a variable of its own', () => {
    const kinds = {
      TABLE_USERS: table,
      BUCKET_SCHEDULED_MESSAGES_BUCKET: bucket,
      QUEUE_JOBS: queue,
      STREAM_CLICKS: stream,
    };
    for (const [name, handle] of Object.entries(kinds)) {
      vi.stubEnv(`TANKARD_${name}_ARN`, `arn:${name}`);
      expect(handle.arn).toBe(`arn:${name}`);
    }
  });

  test('the names of a queue and a topic are the ends of their URL and ARN', () => {
    vi.stubEnv('TANKARD_QUEUE_JOBS', 'https://sqs.eu-west-1.amazonaws.com/123456789012/test-dev-Jobs.fifo');
    vi.stubEnv('TANKARD_TOPIC_NEWS', 'arn:aws:sns:eu-west-1:123456789012:test-dev-News');
    vi.stubEnv('TANKARD_SECRET_BANK_KEY', 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:key-AbCdEf');
    expect([queue.name, topic.name]).toEqual(['test-dev-Jobs.fifo', 'test-dev-News']);
    expect(queue.url).toMatch(/^https:/);
    expect(topic.arn).toMatch(/News$/);
    expect(secret.arn).toMatch(/AbCdEf$/);
  });

  test('a variable that is not set is named', () => {
    expect(() => table.name).toThrow('TANKARD_TABLE_USERS is not set');
    expect(() => table.arn).toThrow('TANKARD_TABLE_USERS_ARN is not set');
    expect(() => `${app.url}`).toThrow('TANKARD_URL is not set');
  });
});

test('while the app is loaded a handle gives placeholders', () => {
  vi.stubEnv('TANKARD_LOADING', '1');
  expect([table.name, table.arn, bucket.name, queue.url, queue.name, topic.arn, topic.name]).toEqual([
    '{{table:Users}}',
    '{{table:Users#arn}}',
    '{{bucket:ScheduledMessagesBucket}}',
    '{{queue:Jobs}}',
    '{{queue:Jobs#name}}',
    '{{topic:News}}',
    '{{topic:News#name}}',
  ]);
  expect([stream.name, parameter.value, secret.arn, `${app.url}/x`]).toEqual([
    '{{stream:Clicks}}',
    '{{parameter:SourceEmail}}',
    '{{secret:BankKey}}',
    '{{url:api}}/x',
  ]);
});
