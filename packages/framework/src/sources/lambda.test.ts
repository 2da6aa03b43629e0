import { expect, test } from 'vitest';
import { z } from 'zod';
import { App, SchemaError } from '../index.ts';
import { testContext } from '../testing/index.ts';

const app = new App('test');
const context = testContext();

test('the event comes as it is, and what the handler returns is the answer', async () => {
  const handler = app.lambda(async (event: { n: number }, { awsRequestId }) => [event.n, awsRequestId]);
  expect(await handler({ n: 1 }, context)).toEqual([1, context.awsRequestId]);
});

test('a schema checks the event before the handler runs', async () => {
  const handler = app.lambda({ event: z.object({ sku: z.string() }) }, (event) => event);
  expect(await handler({ sku: 'a', more: 1 }, context)).toEqual({ sku: 'a' });
  await expect(handler({}, context)).rejects.toThrow(SchemaError);
});
