import { expect, test } from 'vitest';
import { z } from 'zod';
import { App, SchemaError } from '../index.ts';
import { busEvent, testContext } from '../testing/index.ts';

const app = new App('test');
const context = testContext();
const raw = busEvent({ sku: 'a' }, { source: 'shop', detailType: 'Order placed', resources: ['arn:x'] });

test('the event has what EventBridge says of it', async () => {
  const handler = app.onEvent(
    { source: ['shop'] },
    ({ source, detailType, resources, id, account, region }) => {
      return { source, detailType, resources, id, account, region };
    },
  );
  expect(await handler(raw, context)).toEqual({
    source: 'shop',
    detailType: 'Order placed',
    resources: ['arn:x'],
    id: raw.id,
    account: raw.account,
    region: raw.region,
  });
});

test('the raw event and the context stay at hand', async () => {
  const handler = app.onEvent({ source: ['shop'] }, (event) => event);
  expect(await handler(raw, context)).toMatchObject({ raw, context });
});

test('a detail is checked by its schema before the handler runs', async () => {
  const Order = z.object({ sku: z.string() });
  const handler = app.onEvent({ source: ['shop'] }, { detail: Order }, ({ detail }) => detail.sku);
  expect(await handler(raw, context)).toBe('a');
  await expect(handler(busEvent({}), context)).rejects.toThrow(SchemaError);
});
