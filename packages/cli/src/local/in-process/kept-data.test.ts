import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from '@tankard/framework';
import { expect, test } from 'vitest';
import { startEngines } from '../engines.ts';
import { startLocal } from './start-local.ts';

test('a table that was kept with other keys is warned of', async () => {
  const data = await mkdtemp(join(tmpdir(), 'tankard-kept-data-'));
  const before = await startEngines({ data });
  await before.createTable({
    physicalName: 'shop-local-Orders',
    partitionKey: { name: 'number', type: 'number' },
    indexes: [],
    stream: false,
  });
  await before.close();

  const app = new App('shop');
  app.table('Orders', { partitionKey: 'id' });
  const warned = once(process, 'warning');
  const local = await startLocal(app, { data });
  const [warning] = await warned;
  await local.close();
  await rm(data, { recursive: true });
  expect(warning).toMatchObject({ code: 'LOCAL_TABLE_KEYS', message: expect.stringContaining('number (N)') });
});
