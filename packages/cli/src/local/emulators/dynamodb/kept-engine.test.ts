import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { TableModel } from '../../../resources/table/model.ts';
import { processesWith } from '../../testing/local-process.ts';
import { testContext } from '../testing/context.ts';
import { createTable } from './create-table.ts';
import { startDynamoDB } from './emulator.ts';
import type { EngineEnded } from './kept-engine.ts';

const table: TableModel = {
  physicalName: 'Names',
  partitionKey: { name: 'name', type: 'string' },
  indexes: [],
  stream: false,
};

test('an engine that is killed is started again on the same data, a few times, and each time it is told', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tankard-kept-'));
  const told: EngineEnded[] = [];
  const onEnded = (ended: EngineEnded) => void told.push(ended);
  const dynamodb = await startDynamoDB({ ...testContext(folder), onEnded });
  const tables = async () => {
    const { body } = await dynamodb.call('ListTables', {});
    return JSON.parse(String(body)).TableNames;
  };
  const kill = async () => {
    const count = told.length;
    for (const pid of await processesWith(folder)) process.kill(pid, 'SIGKILL');
    await expect.poll(() => told.length).toBe(count + 1);
  };
  try {
    await createTable(dynamodb, table);
    for (let time = 1; time <= 3; time += 1) {
      await kill();
      expect(await tables()).toEqual(['Names']);
    }
    await kill();
    await expect(tables()).rejects.toThrow(/ended 4 times within a minute/);
    expect(told.map(({ by, again }) => `${by} ${again}`)).toEqual([
      'SIGKILL true',
      'SIGKILL true',
      'SIGKILL true',
      'SIGKILL false',
    ]);
  } finally {
    await dynamodb.close();
    await expect.poll(() => processesWith(folder)).toEqual([]);
    await rm(folder, { recursive: true });
  }
});
