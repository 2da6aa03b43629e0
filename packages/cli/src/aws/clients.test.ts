import { createServer, type Server } from 'node:http';
import { ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { problemsOf } from '../testing/problems-of.ts';
import { createClients } from './clients.ts';
import { failedCall } from './error.ts';
import { openTarget } from './target.ts';

let server: Server;
let answer: { status: number; body: string };
/** How many requests are left without an answer. */
let silent: number;
const requests: string[] = [];

beforeEach(async () => {
  requests.length = 0;
  silent = 0;
  server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    if (requests.length <= silent) return;
    response.writeHead(answer.status, { 'content-type': 'application/json', 'x-amzn-requestid': 'r-1' });
    response.end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${address.port}`);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
  vi.stubEnv('AWS_CONFIG_FILE', '/nowhere');
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nowhere');
  vi.stubEnv('AWS_REGION', undefined);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const identity = (arn: string) => `<GetCallerIdentityResponse><GetCallerIdentityResult>
  <Arn>${arn}</Arn><UserId>U</UserId><Account>123456789012</Account>
  </GetCallerIdentityResult></GetCallerIdentityResponse>`;

test('calls go to the endpoint that the environment names, in the region that is given', async () => {
  answer = { status: 200, body: '{"Functions":[]}' };
  const clients = createClients({ env: {}, region: 'eu-north-1' });
  const lambda = await clients.lambda();
  await lambda.send(new ListFunctionsCommand({}));
  expect(requests).toEqual(['GET /2015-03-31/functions']);
  expect(await lambda.config.region()).toBe('eu-north-1');
  expect(await clients.lambda()).toBe(lambda);
  clients.destroy();
});

test('a call that is never answered is tried again', async () => {
  answer = { status: 200, body: '{"Functions":[]}' };
  silent = 1;
  const clients = createClients({ env: {}, region: 'eu-north-1', silence: 100 });
  const lambda = await clients.lambda();
  expect(await lambda.send(new ListFunctionsCommand({}))).toMatchObject({ Functions: [] });
  expect(requests).toHaveLength(2);
  clients.destroy();
});

test('an error knows which call it came from', async () => {
  answer = { status: 400, body: '{"__type":"InvalidParameterValueException","message":"no"}' };
  const clients = createClients({ env: {}, region: 'eu-north-1' });
  const lambda = await clients.lambda();
  const error: unknown = await lambda.send(new ListFunctionsCommand({})).catch((thrown: unknown) => thrown);
  expect(failedCall(error)).toEqual({ service: 'Lambda', operation: 'ListFunctions', requestId: 'r-1' });
  clients.destroy();
});

test.each([
  ['arn:aws:iam::123456789012:user/ann', 'aws', 'amazonaws.com'],
  ['arn:aws-cn:sts::123456789012:assumed-role/deploy/ann', 'aws-cn', 'amazonaws.com.cn'],
])('the caller %s tells the partition', async (caller, partition, urlSuffix) => {
  answer = { status: 200, body: identity(caller) };
  const target = await openTarget({ env: {}, region: 'eu-north-1' });
  const { clients, ...rest } = target;
  expect(rest).toEqual({ account: '123456789012', region: 'eu-north-1', caller, partition, urlSuffix });
  await (await clients.sts()).send(new GetCallerIdentityCommand({}));
  clients.destroy();
});

test.each([undefined, ''])('without a region (%j) nothing is asked and the user is told', async (region) => {
  vi.stubEnv('AWS_REGION', region);
  expect(await problemsOf(() => openTarget({ env: {} }))).toMatchObject([{ code: 'REGION_MISSING' }]);
  expect(requests).toEqual([]);
});

test('credentials that AWS does not know are the user’s to mend', async () => {
  answer = {
    status: 403,
    body: '<ErrorResponse><Error><Type>Sender</Type><Code>InvalidClientTokenId</Code><Message>no</Message></Error></ErrorResponse>',
  };
  expect(await problemsOf(() => openTarget({ env: {}, region: 'eu-north-1' }))).toMatchObject([
    { code: 'AWS_CREDENTIALS' },
  ]);
});

test('a profile that there is not is named', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', undefined);
  const given = { env: {}, region: 'eu-north-1', profile: 'work' };
  expect(await problemsOf(() => openTarget(given))).toMatchObject([
    { code: 'AWS_CREDENTIALS', message: expect.stringMatching(/\(profile 'work'\)$/) },
  ]);
});

test('certificates that are not there are the user’s to mend', async () => {
  const given = { env: { AWS_CA_BUNDLE: '/nowhere/ca.pem' }, region: 'eu-north-1' };
  expect(await problemsOf(() => openTarget(given))).toMatchObject([
    { code: 'CA_BUNDLE_UNREADABLE', message: expect.stringContaining('/nowhere/ca.pem') },
  ]);
});
