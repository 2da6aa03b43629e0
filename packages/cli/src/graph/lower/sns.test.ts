import { expect, test } from 'vitest';
import { ref } from '../../resources/value.ts';
import { graphOf, handler } from '../testing/given.ts';
import { nodeOf } from '../testing/node-of.ts';
import { valueText } from '../testing/value-text.ts';

const trigger = {
  source: 'sns',
  topic: { kind: 'topic', name: 'News' },
  filter: { kind: ['x'] },
  filterScope: 'body',
} as const;

test('a function subscribes to a topic after it is allowed to be called', () => {
  const graph = graphOf([handler('onNews', trigger)], [{ kind: 'topic', name: 'News', fifo: false }]);
  expect(nodeOf(graph, 'permission', 'onNews').model).toMatchObject({
    principal: 'sns.amazonaws.com',
    sourceArn: ref('topic:News', 'arn'),
  });
  expect(nodeOf(graph, 'subscription', 'onNews')).toMatchObject({
    model: {
      topicArn: ref('topic:News', 'arn'),
      protocol: 'lambda',
      endpoint: ref('function:onNews', 'arn'),
      filter: { kind: ['x'] },
      filterScope: 'body',
    },
    dependsOn: ['permission:onNews'],
  });
});

test('a topic that is there already is known by its name', () => {
  const graph = graphOf(
    [handler('onNews', trigger)],
    [{ kind: 'topic', name: 'News', fifo: false, existing: 'news' }],
  );
  expect(valueText(nodeOf(graph, 'subscription', 'onNews').model.topicArn)).toBe(
    'arn:{partition}:sns:{region}:{accountId}:{param ExistingNewsTopicName}',
  );
  expect(graph.parameters).toMatchObject([{ name: 'ExistingNewsTopicName', value: 'news' }]);
});

test('a FIFO topic is called so', () => {
  const graph = graphOf([], [{ kind: 'topic', name: 'News', fifo: true }]);
  expect(nodeOf(graph, 'topic', 'News').model).toEqual({ physicalName: 'shop-dev-News.fifo', fifo: true });
});
