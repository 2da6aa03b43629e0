import type { Desk } from './desk.ts';
import { refusal } from './desk.ts';
import type { MessageCase } from './queue-cases.ts';

const GUIDE = 'https://docs.aws.amazon.com/sns/latest/dg';
const text = (StringValue: string) => ({ DataType: 'String', StringValue });

/** What comes of a queue until there is nothing for a second. */
async function allOf({ receive }: Desk, url: string, names: readonly string[] = []) {
  const found = [];
  for (;;) {
    const more = await receive(url, { MessageAttributeNames: [...names] });
    if (more.length === 0) return found;
    found.push(...more);
  }
}

export const TOPIC_CASES: readonly MessageCase[] = [
  {
    does: 'wraps a message for a queue, or gives it raw with its attributes',
    page: `${GUIDE}/sns-large-payload-raw-message-delivery.html`,
    async run(desk) {
      const topic = await desk.topic('forms');
      const [wrapped, raw] = [await desk.queue('wrapped'), await desk.queue('raw')];
      await desk.subscribe(topic, wrapped);
      await desk.subscribe(topic, raw, { RawMessageDelivery: 'true' });
      await desk.publish(topic, 'hello', { Subject: 'Hi', MessageAttributes: { kind: text('a') } });
      const [inside] = await allOf(desk, wrapped, ['All']);
      const [bare] = await allOf(desk, raw, ['All']);
      const { Type, Subject, Message, MessageAttributes, ...rest } = JSON.parse(inside?.body ?? '{}');
      const isSigned = 'Signature' in rest && 'SigningCertURL' in rest && 'UnsubscribeURL' in rest;
      return [
        { Type, Subject, Message, MessageAttributes, isSigned },
        inside?.named,
        bare?.body,
        bare?.named,
      ];
    },
    gives: [
      {
        ...{ Type: 'Notification', Subject: 'Hi', Message: 'hello', isSigned: true },
        MessageAttributes: { kind: { Type: 'String', Value: 'a' } },
      },
      [],
      'hello',
      ['kind'],
    ],
  },
  {
    does: 'filters by attributes, or by the body',
    page: `${GUIDE}/sns-message-filtering-scope.html`,
    async run(desk) {
      const topic = await desk.topic('filters');
      const [byName, byBody] = [await desk.queue('by-name'), await desk.queue('by-body')];
      const policy = { RawMessageDelivery: 'true', FilterPolicy: '{"kind":[{"prefix":"a"}]}' };
      await desk.subscribe(topic, byName, policy);
      await desk.subscribe(topic, byBody, { ...policy, FilterPolicyScope: 'MessageBody' });
      await desk.publish(topic, '{"kind":"b"}', { MessageAttributes: { kind: text('a1') } });
      await desk.publish(topic, '{"kind":"a2"}');
      await desk.publish(topic, 'no JSON', { MessageAttributes: { kind: text('b') } });
      return [await allOf(desk, byName), await allOf(desk, byBody)].map((all) => all.map(({ body }) => body));
    },
    gives: [['{"kind":"b"}'], ['{"kind":"a2"}']],
  },
  {
    does: 'keeps groups and deduplication from a FIFO topic to a FIFO queue',
    page: `${GUIDE}/fifo-message-dedup.html`,
    async run(desk) {
      const topic = await desk.topic('order.fifo', { ContentBasedDeduplication: 'true' });
      const queue = await desk.queue('fed.fifo');
      await desk.subscribe(topic, queue, { RawMessageDelivery: 'true' });
      const MessageGroupId = 'a';
      const ids = [];
      for (const message of ['1', '2', '1']) ids.push(await desk.publish(topic, message, { MessageGroupId }));
      const got = await allOf(desk, queue);
      return [ids[0] === ids[2], got.map(({ body, attributes }) => `${attributes.MessageGroupId} ${body}`)];
    },
    gives: [true, ['a 1', 'a 2']],
  },
  {
    does: 'gives each protocol its own text',
    page: 'https://docs.aws.amazon.com/sns/latest/api/API_Publish.html',
    async run(desk) {
      const topic = await desk.topic('texts');
      const queue = await desk.queue('texts');
      await desk.subscribe(topic, queue, { RawMessageDelivery: 'true' });
      const message = JSON.stringify({ default: 'for all', sqs: 'for queues' });
      await desk.publish(topic, message, { MessageStructure: 'json' });
      return (await allOf(desk, queue)).map(({ body }) => body);
    },
    gives: ['for queues'],
  },
  {
    does: 'refuses by the names that SDKs know',
    page: 'https://docs.aws.amazon.com/sns/latest/api/CommonErrors.html',
    async run(desk) {
      const standard = await desk.topic('refusing');
      const fifo = await desk.topic('refusing.fifo');
      const ordered = await desk.queue('ordered.fifo');
      return [
        await refusal(desk.publish(`${standard}-gone`, 'a')),
        await refusal(desk.publish(standard, '')),
        await refusal(desk.publish(fifo, 'a')),
        await refusal(desk.subscribe(standard, ordered)),
        await refusal(desk.subscribe(standard, await desk.queue('q'), { FilterPolicy: 'no JSON' })),
      ];
    },
    gives: [
      'NotFoundException',
      ...['InvalidParameterException', 'InvalidParameterException', 'InvalidParameterException'],
      'InvalidParameterException',
    ],
  },
];
