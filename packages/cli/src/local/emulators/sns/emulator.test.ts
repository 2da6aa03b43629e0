import {
  ConfirmSubscriptionCommand,
  CreateTopicCommand,
  DeleteTopicCommand,
  GetSubscriptionAttributesCommand,
  GetTopicAttributesCommand,
  ListSubscriptionsByTopicCommand,
  ListSubscriptionsCommand,
  ListTagsForResourceCommand,
  ListTopicsCommand,
  PublishBatchCommand,
  PublishCommand,
  type PublishCommandInput,
  SetSubscriptionAttributesCommand,
  SetTopicAttributesCommand,
  SNSClient,
  SubscribeCommand,
  TagResourceCommand,
  UnsubscribeCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-sns';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Engines, startEngines } from '../../engines.ts';
import type { Received } from '../../testing/received.ts';
import { receiveAll } from '../../testing/received.ts';

let engines: Engines;
let sns: SNSClient;
let called: Received[];
const lost: string[] = [];

beforeAll(async () => {
  engines = await startEngines({ onUndelivered: (what, why) => lost.push(`${what}: ${why}`) });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  sns = new SNSClient({ endpoint: engines.endpoint, region: 'us-east-1', credentials });
  called = receiveAll(engines.targets, ['lambda']);
});

beforeEach(() => {
  called.length = 0;
  lost.length = 0;
});

afterAll(async () => {
  sns.destroy();
  await engines.close();
});

const functionArn = (name: string) => `arn:aws:lambda:us-east-1:000000000000:function:${name}`;
const queueArn = (name: string) => `arn:aws:sqs:us-east-1:000000000000:${name}`;
const makeTopic = async (Name: string, Attributes?: Record<string, string>) =>
  (await sns.send(new CreateTopicCommand({ Name, Attributes }))).TopicArn as string;
const subscribe = async (TopicArn: string, Endpoint: string, Attributes: Record<string, string> = {}) => {
  const Protocol = Endpoint.split(':')[2];
  const input = { TopicArn, Protocol, Endpoint, Attributes, ReturnSubscriptionArn: true };
  return (await sns.send(new SubscribeCommand(input))).SubscriptionArn as string;
};
const makeQueue = (name: string) => {
  engines.sqs.ensure(queueArn(name), {});
  return queueArn(name);
};
const publish = async (input: PublishCommandInput) => {
  const output = await sns.send(new PublishCommand(input));
  await engines.sns.settle();
  return output;
};
const messagesIn = (arn: string) => engines.sqs.queue(arn)?.messages() ?? [];
const bodiesIn = (arn: string) => messagesIn(arn).map(({ body }) => body);
const text = (StringValue: string) => ({ DataType: 'String', StringValue });

test('a topic is made once, listed, described, tagged and deleted with its subscriptions', async () => {
  const TopicArn = await makeTopic('made', { DisplayName: 'Made' });
  expect(TopicArn).toBe('arn:aws:sns:us-east-1:000000000000:made');
  expect(await makeTopic('made', { DisplayName: 'Made' })).toBe(TopicArn);
  await expect(makeTopic('made', { DisplayName: 'Other' })).rejects.toThrow('different attributes');
  await expect(makeTopic('no spaces')).rejects.toMatchObject({ name: 'InvalidParameterException' });
  await expect(makeTopic('a.fifo')).rejects.toMatchObject({ name: 'InvalidParameterException' });

  const set = { TopicArn, AttributeName: 'DisplayName', AttributeValue: 'New & <old>' };
  await sns.send(new SetTopicAttributesCommand(set));
  await subscribe(TopicArn, functionArn('a'));
  const { Attributes } = await sns.send(new GetTopicAttributesCommand({ TopicArn }));
  expect(Attributes).toMatchObject({
    ...{ TopicArn, DisplayName: 'New & <old>', SubscriptionsConfirmed: '1', Owner: '000000000000' },
  });
  const wrong = new SetTopicAttributesCommand({ ...set, AttributeName: 'ArchivePolicy' });
  await expect(sns.send(wrong)).rejects.toThrow('has no ArchivePolicy');

  const Tags = [
    { Key: 'a', Value: '1' },
    { Key: 'b', Value: '2' },
  ];
  await sns.send(new TagResourceCommand({ ResourceArn: TopicArn, Tags }));
  await sns.send(new UntagResourceCommand({ ResourceArn: TopicArn, TagKeys: ['a'] }));
  const tags = await sns.send(new ListTagsForResourceCommand({ ResourceArn: TopicArn }));
  expect(tags.Tags).toEqual([{ Key: 'b', Value: '2' }]);

  expect((await sns.send(new ListTopicsCommand())).Topics).toContainEqual({ TopicArn });
  await sns.send(new DeleteTopicCommand({ TopicArn }));
  expect((await sns.send(new ListTopicsCommand())).Topics ?? []).not.toContainEqual({ TopicArn });
  const { Subscriptions = [] } = await sns.send(new ListSubscriptionsCommand());
  expect(Subscriptions.map((left) => left.TopicArn)).not.toContain(TopicArn);
  const gone = sns.send(new PublishCommand({ TopicArn, Message: 'a' }));
  await expect(gone).rejects.toMatchObject({ name: 'NotFoundException', message: 'Topic does not exist' });
});

test('a long list of topics comes in pages', async () => {
  const before = (await sns.send(new ListTopicsCommand())).Topics?.length ?? 0;
  const made: string[] = [];
  for (let count = 0; count < 101; count++) made.push(await makeTopic(`many-${count}`));
  const first = await sns.send(new ListTopicsCommand());
  const second = await sns.send(new ListTopicsCommand({ NextToken: first.NextToken }));
  expect([first.Topics?.length, second.Topics?.length, second.NextToken]).toEqual([
    100,
    before + 1,
    undefined,
  ]);
  for (const TopicArn of made) await sns.send(new DeleteTopicCommand({ TopicArn }));
});

test('a function gets the event that SNS gives, one record a message, and knows who published', async () => {
  const TopicArn = await makeTopic('function');
  const subscription = await subscribe(TopicArn, functionArn('reader'));
  const MessageAttributes = {
    kind: text('a'),
    data: { DataType: 'Binary', BinaryValue: new Uint8Array([1, 2]) },
  };
  const { MessageId } = await publish({ TopicArn, Message: 'grüße', Subject: 'Hello', MessageAttributes });
  await publish({ TopicArn, Message: 'plain' });
  expect(called.map(({ arn }) => arn)).toEqual([functionArn('reader'), functionArn('reader')]);
  expect(called[0]?.cause).toEqual({ by: 'sns', what: 'topic function', after: [] });
  expect(JSON.parse(called[0]?.body ?? '')).toEqual({
    Records: [
      {
        EventSource: 'aws:sns',
        EventVersion: '1.0',
        EventSubscriptionArn: subscription,
        Sns: {
          Type: 'Notification',
          MessageId,
          TopicArn,
          Subject: 'Hello',
          Message: 'grüße',
          Timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
          SignatureVersion: '1',
          Signature: 'not-signed-by-tankard-local',
          SigningCertUrl: expect.stringContaining('not-signed-by-tankard-local'),
          UnsubscribeUrl: expect.stringContaining(subscription),
          MessageAttributes: {
            kind: { Type: 'String', Value: 'a' },
            data: { Type: 'Binary', Value: 'AQI=' },
          },
        },
      },
    ],
  });
  expect(JSON.parse(called[1]?.body ?? '').Records[0].Sns).toMatchObject({
    ...{ Subject: null, MessageAttributes: {} },
  });
});

// https://docs.aws.amazon.com/sns/latest/dg/sns-large-payload-raw-message-delivery.html
test('a queue gets messages in an envelope, or raw with their attributes', async () => {
  const TopicArn = await makeTopic('queues');
  const [wrapped, raw] = [makeQueue('wrapped'), makeQueue('raw')];
  const subscription = await subscribe(TopicArn, wrapped);
  await subscribe(TopicArn, raw, { RawMessageDelivery: 'true' });
  const MessageAttributes = { kind: text('a') };
  const { MessageId } = await publish({ TopicArn, Message: 'hello', MessageAttributes });
  expect(bodiesIn(wrapped).map((body) => JSON.parse(body))).toEqual([
    {
      ...{ Type: 'Notification', MessageId, TopicArn, Message: 'hello', Timestamp: expect.any(String) },
      ...{ SignatureVersion: '1', Signature: 'not-signed-by-tankard-local' },
      SigningCertURL: expect.stringContaining('https://sns.us-east-1.amazonaws.com/'),
      UnsubscribeURL: expect.stringContaining(subscription),
      MessageAttributes: { kind: { Type: 'String', Value: 'a' } },
    },
  ]);
  expect(messagesIn(wrapped)[0]?.attributes).toEqual({});
  expect(messagesIn(raw)).toMatchObject([{ body: 'hello', attributes: { kind: text('a') } }]);
});

test('a subscription has attributes, is found again, and ends', async () => {
  const TopicArn = await makeTopic('subscriptions');
  const SubscriptionArn = await subscribe(TopicArn, functionArn('a'), { FilterPolicy: '{"a":["1"]}' });
  expect(await subscribe(TopicArn, functionArn('a'), { FilterPolicy: '{"a":["1"]}' })).toBe(SubscriptionArn);
  await expect(subscribe(TopicArn, functionArn('a'), { FilterPolicy: '{"a":["2"]}' })).rejects.toThrow(
    'already exists with different attributes',
  );
  const get = new GetSubscriptionAttributesCommand({ SubscriptionArn });
  expect((await sns.send(get)).Attributes).toMatchObject({
    ...{ SubscriptionArn, TopicArn, Protocol: 'lambda', Endpoint: functionArn('a'), Owner: '000000000000' },
    ...{ PendingConfirmation: 'false', RawMessageDelivery: 'false' },
    ...{ FilterPolicy: '{"a":["1"]}', FilterPolicyScope: 'MessageAttributes' },
  });
  const set = (AttributeName: string, AttributeValue: string) =>
    sns.send(new SetSubscriptionAttributesCommand({ SubscriptionArn, AttributeName, AttributeValue }));
  await set('FilterPolicy', '{}');
  expect((await sns.send(get)).Attributes).not.toHaveProperty('FilterPolicy');
  await expect(set('FilterPolicy', 'no')).rejects.toThrow('failed to parse JSON');
  await expect(set('FilterPolicy', '{"a":[{"sounds-like":"b"}]}')).rejects.toThrow('sounds-like');
  await expect(set('DeliveryPolicy', '{}')).rejects.toThrow('has no DeliveryPolicy');

  const byTopic = new ListSubscriptionsByTopicCommand({ TopicArn });
  expect((await sns.send(byTopic)).Subscriptions).toMatchObject([{ SubscriptionArn }]);
  await sns.send(new UnsubscribeCommand({ SubscriptionArn }));
  expect((await sns.send(byTopic)).Subscriptions ?? []).toEqual([]);
  await expect(sns.send(get)).rejects.toMatchObject({ name: 'NotFoundException' });
});

// https://docs.aws.amazon.com/sns/latest/dg/sns-message-filtering-scope.html
test('a filter policy looks at the attributes, or at the body', async () => {
  const TopicArn = await makeTopic('filters');
  const filters = { FilterPolicy: '{"kind":["a"]}' };
  await subscribe(TopicArn, functionArn('by-attribute'), filters);
  await subscribe(TopicArn, functionArn('by-body'), { ...filters, FilterPolicyScope: 'MessageBody' });
  await publish({ TopicArn, Message: '{"kind":"b"}', MessageAttributes: { kind: text('a') } });
  await publish({ TopicArn, Message: '{"kind":"a"}' });
  await publish({ TopicArn, Message: 'text', MessageAttributes: { kind: text('b') } });
  expect(called.map(({ arn }) => arn)).toEqual([functionArn('by-attribute'), functionArn('by-body')]);
});

test('a message may have a text for each protocol', async () => {
  const TopicArn = await makeTopic('structure');
  const queue = makeQueue('structure');
  await subscribe(TopicArn, queue, { RawMessageDelivery: 'true' });
  await subscribe(TopicArn, functionArn('structure'));
  const Message = JSON.stringify({ default: 'for all', sqs: 'for queues' });
  await publish({ TopicArn, Message, MessageStructure: 'json' });
  expect(bodiesIn(queue)).toEqual(['for queues']);
  expect(JSON.parse(called[0]?.body ?? '').Records[0].Sns.Message).toBe('for all');
  const wrong = publish({ TopicArn, Message: '{"sqs":"a"}', MessageStructure: 'json' });
  await expect(wrong).rejects.toThrow('No default entry');
});

// https://docs.aws.amazon.com/sns/latest/dg/fifo-message-dedup.html
test('a FIFO topic keeps the order of groups, and takes nothing twice within five minutes', async () => {
  const TopicArn = await makeTopic('order.fifo', { FifoTopic: 'true', ContentBasedDeduplication: 'true' });
  const queue = makeQueue('order.fifo');
  const plain = makeQueue('plain');
  await subscribe(TopicArn, queue, { RawMessageDelivery: 'true' });
  await subscribe(TopicArn, plain);
  const first = await publish({ TopicArn, Message: '1', MessageGroupId: 'a' });
  const second = await publish({ TopicArn, Message: '2', MessageGroupId: 'a' });
  expect(BigInt(second.SequenceNumber ?? 0)).toBeGreaterThan(BigInt(first.SequenceNumber ?? 0));
  const again = await publish({ TopicArn, Message: '1', MessageGroupId: 'a' });
  expect([again.MessageId, again.SequenceNumber]).toEqual([first.MessageId, first.SequenceNumber]);
  expect(messagesIn(queue)).toMatchObject([
    { body: '1', groupId: 'a', deduplicationId: expect.stringMatching(/^[0-9a-f]{64}$/) },
    { body: '2', groupId: 'a' },
  ]);
  const envelope = JSON.parse(bodiesIn(plain)[0] ?? '');
  expect(envelope).toMatchObject({ SequenceNumber: first.SequenceNumber, Message: '1' });
  expect(envelope).not.toHaveProperty('Signature');

  await engines.time.advance(300_000);
  await publish({ TopicArn, Message: '1', MessageGroupId: 'a' });
  expect(messagesIn(plain)).toHaveLength(3);
  await expect(publish({ TopicArn, Message: '3' })).rejects.toThrow('MessageGroupId parameter is required');
  await expect(subscribe(TopicArn, functionArn('a'))).rejects.toThrow('FIFO topics');
  const standard = await makeTopic('standard');
  await expect(subscribe(standard, queue)).rejects.toThrow('can not be subscribed to standard');
});

test('a FIFO topic may deduplicate in each group alone', async () => {
  const TopicArn = await makeTopic('groups.fifo', { FifoTopic: 'true', FifoThroughputScope: 'MessageGroup' });
  const queue = makeQueue('groups');
  await subscribe(TopicArn, queue, { RawMessageDelivery: 'true' });
  for (const MessageGroupId of ['a', 'b', 'a'])
    await publish({ TopicArn, Message: MessageGroupId, MessageGroupId, MessageDeduplicationId: '1' });
  expect(bodiesIn(queue)).toEqual(['a', 'b']);
});

test('a batch says of each message what became of it', async () => {
  const TopicArn = await makeTopic('batch');
  const queue = makeQueue('batch');
  await subscribe(TopicArn, queue, { RawMessageDelivery: 'true' });
  const batch = (
    ...PublishBatchRequestEntries: readonly { Id: string; Message: string; Subject?: string }[]
  ) =>
    sns.send(
      new PublishBatchCommand({ TopicArn, PublishBatchRequestEntries: [...PublishBatchRequestEntries] }),
    );
  const { Successful, Failed } = await batch(
    { Id: 'a', Message: '1' },
    { Id: 'b', Message: '2', Subject: 'two\nlines' },
    { Id: 'c', Message: '3' },
  );
  await engines.sns.settle();
  expect(Successful).toMatchObject([
    { Id: 'a', MessageId: expect.any(String) },
    { Id: 'c', MessageId: expect.any(String) },
  ]);
  expect(Failed).toEqual([
    { Id: 'b', Code: 'InvalidParameter', Message: 'Invalid parameter: Subject', SenderFault: true },
  ]);
  expect(bodiesIn(queue)).toEqual(['1', '3']);
  const twice = batch({ Id: 'a', Message: '1' }, { Id: 'a', Message: '2' });
  await expect(twice).rejects.toMatchObject({ name: 'BatchEntryIdsNotDistinctException' });
  await expect(batch()).rejects.toMatchObject({ name: 'EmptyBatchRequestException' });
  const large = batch({ Id: 'a', Message: 'x'.repeat(262_145) });
  await expect(large).rejects.toMatchObject({ name: 'BatchRequestTooLongException' });
});

test('messages that SNS would not take are refused as it does', async () => {
  const TopicArn = await makeTopic('refusals');
  const refusal = (input: Partial<PublishCommandInput>) =>
    publish({ TopicArn, Message: 'a', ...input }).catch((error: Error) => error.message);
  expect(await refusal({ Message: '' })).toBe('Invalid parameter: Empty message');
  expect(await refusal({ Message: 'x'.repeat(262_145) })).toBe('Invalid parameter: Message too long');
  expect(await refusal({ Subject: 'x'.repeat(101) })).toBe('Invalid parameter: Subject');
  expect(await refusal({ MessageDeduplicationId: 'a' })).toContain('not valid for this topic type');
  const attribute = { a: { DataType: 'Text', StringValue: 'a' } };
  expect(await refusal({ MessageAttributes: attribute })).toContain('invalid message attribute type');
  expect(await refusal({ TopicArn: undefined, PhoneNumber: '+1' })).toContain('no text messages');
});

test('what can not be delivered goes to the dead letters of its subscription, else it is told', async () => {
  const TopicArn = await makeTopic('lost');
  const dead = makeQueue('dead');
  const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: dead });
  await subscribe(TopicArn, queueArn('nowhere'), { RawMessageDelivery: 'true', RedrivePolicy });
  await subscribe(TopicArn, queueArn('nowhere-else'));
  await publish({ TopicArn, Message: 'a' });
  expect(bodiesIn(dead)).toEqual(['a']);
  expect(lost).toEqual([expect.stringMatching(/^message of the topic lost to .*nowhere-else: .*no queue/)]);
});

test('protocols and operations that are not there are refused by name', async () => {
  const TopicArn = await makeTopic('refused');
  const web = new SubscribeCommand({ TopicArn, Protocol: 'https', Endpoint: 'https://example.com' });
  await expect(sns.send(web)).rejects.toThrow('not by https');
  const confirm = new ConfirmSubscriptionCommand({ TopicArn, Token: 'a' });
  await expect(sns.send(confirm)).rejects.toThrow("tankard local's SNS has no operation ConfirmSubscription");
});

test('what the app subscribes goes with it, and what others have subscribed stays', async () => {
  const topicArn = await makeTopic('of-app');
  await subscribe(topicArn, functionArn('by-hand'));
  const ofApp = (name: string, attributes = {}) =>
    ({ topicArn, protocol: 'lambda', endpoint: functionArn(name), attributes }) as const;
  const endpoints = async () => {
    const { Subscriptions = [] } = await sns.send(
      new ListSubscriptionsByTopicCommand({ TopicArn: topicArn }),
    );
    return Subscriptions.map(({ Endpoint }) => Endpoint?.split(':').at(-1));
  };
  engines.sns.setAppSubscriptions([ofApp('a'), ofApp('b')]);
  const { Subscriptions = [] } = await sns.send(new ListSubscriptionsCommand());
  const arnOfA = Subscriptions.find(({ Endpoint }) => Endpoint === functionArn('a'))?.SubscriptionArn;
  engines.sns.setAppSubscriptions([ofApp('a', { FilterPolicy: '{"a":["1"]}' })]);
  expect(await endpoints()).toEqual(['by-hand', 'a']);
  const kept = await sns.send(new GetSubscriptionAttributesCommand({ SubscriptionArn: arnOfA }));
  expect(kept.Attributes).toMatchObject({ FilterPolicy: '{"a":["1"]}' });
});
