import type { Trigger } from '@tankard/framework/manifest';
import { describe, expect, it } from 'vitest';
import { contextOf, shown, specOf } from '../testing/given.ts';
import { sourceStatements } from './source-statements.ts';

const { arns } = contextOf();
const logs = 'logs:CreateLogStream logs:PutLogEvents on log-group:worker:*';
const stream = {
  batchSize: 100,
  startingPosition: 'LATEST',
  filters: [],
  retries: 3,
  bisect: false,
  batch: false,
} as const;

function needed(trigger: Trigger, tracing = false) {
  return sourceStatements(specOf('worker', trigger), { arns, tracing }).map(
    ({ actions, resources }) => `${actions.join(' ')} on ${resources.map(shown).join(' ')}`,
  );
}

describe('sourceStatements', () => {
  it('lets every function write its own log and nothing else', () => {
    expect(needed({ source: 'schedule', expression: 'rate(1 hour)', via: 'scheduler' })).toEqual([logs]);
  });

  it('lets a traced function send its traces', () => {
    expect(needed({ source: 'lambda' }, true)).toEqual([
      logs,
      'xray:PutTelemetryRecords xray:PutTraceSegments on *',
    ]);
  });

  it('lets Lambda take messages from the queue', () => {
    const queue = { kind: 'queue', name: 'Jobs' } as const;
    expect(needed({ source: 'sqs', queue, batchSize: 10, filters: [], batch: false })).toEqual([
      logs,
      'sqs:DeleteMessage sqs:GetQueueAttributes sqs:ReceiveMessage on queue:Jobs',
    ]);
  });

  it("lets Lambda read a table's stream and put what failed into the handler's own queue", () => {
    const table = { kind: 'table', name: 'Orders' } as const;
    expect(needed({ source: 'dynamodb', table, ...stream, onFailure: 'own' })).toEqual([
      'dynamodb:DescribeStream dynamodb:GetRecords dynamodb:GetShardIterator on table:Orders stream',
      'dynamodb:ListStreams on *',
      logs,
      'sqs:SendMessage on queue:workerFailures',
    ]);
  });

  it.each([
    [{ kind: 'topic', name: 'Alarm' }, ['sns:Publish on topic:Alarm']],
    [{ kind: 'queue', name: 'Later' }, ['sqs:SendMessage on queue:Later']],
    ['drop', []],
    ['block', []],
  ] as const)('sends what failed to %o', (onFailure, expected) => {
    const reads =
      'kinesis:DescribeStream kinesis:DescribeStreamSummary kinesis:GetRecords kinesis:GetShardIterator kinesis:ListShards on stream:Clicks';
    const trigger = {
      source: 'kinesis',
      stream: { kind: 'stream', name: 'Clicks' },
      ...stream,
      onFailure,
    } as const;
    expect(needed(trigger)).toEqual([reads, logs, ...expected]);
  });
});
