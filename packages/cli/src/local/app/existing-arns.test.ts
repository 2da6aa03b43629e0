import { expect, test } from 'vitest';
import type { Graph } from '../../graph/node.ts';
import { existingArns } from './existing-arns.ts';

const places = { region: 'eu-west-1', account: '000000000000', apiUrl: '', endpoint: '' };
const existing = (
  kind: 'queue' | 'topic',
  text: string,
  value: string,
  attribute: 'name' | 'streamArn' = 'name',
) => ({
  name: `Existing${value}`,
  value,
  existing: { kind, text, attribute },
});
const graph: Graph = {
  ...{ app: 'app', stage: 'local', nodes: new Map(), outputs: [], tags: {} },
  parameters: [
    { name: 'Greeting', value: 'Hello' },
    existing('queue', 'jobs', 'jobs'),
    existing('queue', 'arn:aws:sqs:us-east-2:111122223333:orders', 'orders'),
    // Given another name on the command line.
    existing('queue', 'letters', 'test-letters'),
    existing('topic', 'news', 'news'),
    existing('queue', 'jobs', 'of a stream', 'streamArn'),
  ],
};

test('what is there already is known by the ARN that the app gives, or by its name in this account', () => {
  expect(existingArns(graph, 'queue', places)).toEqual([
    'arn:aws:sqs:eu-west-1:000000000000:jobs',
    'arn:aws:sqs:us-east-2:111122223333:orders',
    'arn:aws:sqs:eu-west-1:000000000000:test-letters',
  ]);
  expect(existingArns(graph, 'topic', places)).toEqual(['arn:aws:sns:eu-west-1:000000000000:news']);
});
