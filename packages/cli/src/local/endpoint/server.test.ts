import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { createCallers } from '../callers/callers.ts';
import type { AwsResponse } from './message.ts';
import { startEndpoint } from './server.ts';

const scope = (service: string) =>
  `AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/${service}/aws4_request`;

async function asked(init: RequestInit, path = '/') {
  const endpoint = await startEndpoint({ port: 0, emulators: [], callers: createCallers() });
  const response = await fetch(endpoint.url + path, { method: 'POST', ...init });
  const text = await response.text();
  await endpoint.close();
  return { status: response.status, type: response.headers.get('content-type'), text };
}

test.each([
  [
    'JSON',
    { 'x-amz-target': 'AmazonSQS.SendMessage', 'content-type': 'application/x-amz-json-1.0' },
    '',
    'sqs (SendMessage)',
  ],
  ['forms', { 'content-type': 'application/x-www-form-urlencoded' }, 'Action=Publish', 'sns (Publish)'],
  ['XML', {}, '', 'route53 (POST /)'],
])(
  'a service that is not here is refused in %s, with its name and the operation',
  async (_, headers, body, named) => {
    const service = named.split(' ')[0] ?? '';
    const { status, text } = await asked({ headers: { ...headers, authorization: scope(service) }, body });
    expect(status).toBe(501);
    expect(text).toContain(`tankard local does not emulate ${named}.`);
  },
);

test('the service is read from the target where nothing is signed', async () => {
  const headers = {
    'x-amz-target': 'DynamoDB_20120810.ListTables',
    'content-type': 'application/x-amz-json-1.0',
  };
  expect((await asked({ headers })).text).toContain('dynamodb (ListTables)');
});

test('the next free port is taken where the wanted one is in use', async () => {
  const busy = createServer();
  await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve));
  const address = busy.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const endpoint = await startEndpoint({ port, emulators: [], callers: createCallers() });
  expect(endpoint.port).toBeGreaterThan(port);
  await endpoint.close();
  await new Promise((resolve) => busy.close(resolve));
});

test('an emulator that breaks is answered for with 500 and what it said', async () => {
  const broken = {
    services: ['s3'],
    handle: (): Promise<AwsResponse> => Promise.reject(new Error('disk full')),
    close: async () => {},
  };
  const endpoint = await startEndpoint({ port: 0, emulators: [broken], callers: createCallers() });
  const response = await fetch(endpoint.url);
  expect([response.status, await response.text()]).toEqual([500, expect.stringContaining('disk full')]);
  await endpoint.close();
});
