import { expect, test } from 'vitest';
import type { AnyNode } from '../../graph/node.ts';
import type { Sight } from '../../plan/sight.ts';
import { styleOf } from '../../report/style.ts';
import { recordedOf } from '../../state/recorded.ts';
import { stageStatus } from './stage-status.ts';
import { statusText } from './status-text.ts';

const sight = (id: string, properties?: Sight['properties']): Sight => {
  const [kind = '', name = ''] = id.split(':');
  const node = { id, kind, name } as unknown as AnyNode;
  return {
    node,
    key: { name },
    properties: {},
    after: [],
    observed: properties && { attributes: {}, properties },
  };
};
const deploy = { line: 'deploy', at: '2026-01-02T03:04:05Z', caller: 'arn:me', tags: [] } as const;
const recorded = recordedOf([
  { ...deploy, number: 3, outcome: 'begun' },
  { line: 'begin', id: 'function:send', kind: 'function', key: { name: 'send' }, after: [] },
  {
    line: 'end',
    id: 'rule:old',
    kind: 'rule',
    key: { name: 'old' },
    made: { attributes: {} },
    after: [],
    left: {},
  },
]);
const style = styleOf('plain');

test('a stage says what is there, what is missing, and what a deploy left unfinished', () => {
  const status = stageStatus({
    sights: [
      sight('function:api', { runtime: 'nodejs24.x', memory: 256, timeout: 29 }),
      sight('function:send'),
      sight('topic:News', {}),
    ],
    recorded,
    outputs: [{ name: 'Url', description: '', value: 'https://a' }],
  });
  expect(status).toEqual({
    deploy: { number: 3, at: deploy.at, caller: 'arn:me', ended: false },
    functions: [
      { name: 'api', there: true, runtime: 'nodejs24.x', memory: 256, timeout: 29 },
      { name: 'send', there: false },
    ],
    there: 2,
    missing: ['function:send'],
    unfinished: ['function:send'],
    unwanted: ['rule:old'],
    outputs: [{ name: 'Url', value: 'https://a' }],
  });
  expect(statusText(status, style).split('\n')).toEqual([
    'Deploy 3 began and did not end at 2026-01-02T03:04:05Z, by arn:me',
    '  api   nodejs24.x, 256 MB, 29 s',
    '  send  not in AWS',
    '  Url  https://a',
    '2 of 3 resources are in AWS.',
    'Missing: function:send',
    'Begun and not ended: function:send',
    'Wanted no more, and still there: rule:old',
  ]);
});

test('a stage that was never deployed is told in two lines', () => {
  const outputs = [{ name: 'BucketName', description: '', value: 'b' }];
  expect(statusText(stageStatus({ sights: [sight('function:send')], outputs }), style)).toBe(
    'No deploy is recorded on this machine.\nNothing of it is in AWS.',
  );
});
