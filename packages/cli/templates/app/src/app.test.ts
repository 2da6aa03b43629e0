import { GetCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { createTestClient } from '@tankard/framework/testing';
import { beforeEach, expect, test, vi } from 'vitest';
import { app, countLinks, database } from './app.ts';

const client = createTestClient(app);
const kept = new Map<unknown, Record<string, unknown>>();

// Stands in for the table, so that the tests need neither AWS nor a network.
beforeEach(() => {
  kept.clear();
  vi.stubEnv('TANKARD_TABLE_LINKS', 'links');
  vi.spyOn(database, 'send').mockImplementation(async (command: unknown) => {
    if (command instanceof PutCommand) kept.set(command.input.Item?.code, command.input.Item ?? {});
    if (command instanceof GetCommand) return { Item: kept.get(command.input.Key?.code) };
    if (command instanceof ScanCommand) return { Count: kept.size };
    return {};
  });
});

test('a link that was added can be followed', async () => {
  const link = { code: 'docs', url: 'https://docs.example/start' };
  expect((await client.http.post('/links', { json: link })).statusCode).toBe(201);

  const answer = await client.http.get('/docs');
  expect(answer.statusCode).toBe(302);
  expect(answer.headers.location).toBe(link.url);
});

test('a link that nobody added is not found', async () => {
  expect((await client.http.get('/nothing')).statusCode).toBe(404);
});

test('a body that is no link is refused before anything is kept', async () => {
  expect((await client.http.post('/links', { json: { code: 'docs', url: 'no url' } })).statusCode).toBe(400);
  expect(kept.size).toBe(0);
});

test('the daily count counts the links', async () => {
  await client.http.post('/links', { json: { code: 'a', url: 'https://a.example' } });
  await client.http.post('/links', { json: { code: 'b', url: 'https://b.example' } });
  expect(await client.schedule(countLinks).run()).toEqual({ count: 2 });
});
