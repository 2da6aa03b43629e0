import { beforeEach, expect, test, vi } from 'vitest';
import { call, textOf } from '../build/testing/built.ts';
import { makeProject } from '../build/testing/project.ts';
import { prepareApp } from './prepare-app.ts';

beforeEach(() => {
  vi.stubEnv('TANKARD_SECRET_KEY', 'arn of Key');
  return () => vi.unstubAllEnvs();
});

const app = `import { App } from '@tankard/framework';
export const app = new App('bank');
const key = app.secret('Key');
export const pay = app.lambda(async () => 'paid with ' + (await key.value()));
export const where = app.lambda(() => key.arn);
`;

const client = `export class GetSecretValueCommand { constructor(input) { this.input = input; } }
export class SecretsManagerClient {
  async send({ input }) { return { SecretString: 'the text at ' + input.SecretId }; }
}
export class UnusedCommand { unused = 'unused'; }
`;
const sdk = '@aws-sdk/client-secrets-manager';
const installed = {
  [`${sdk}/package.json`]: JSON.stringify({ name: sdk, version: '3.0.0', type: 'module', main: 'index.js' }),
  [`${sdk}/index.js`]: client,
};

test('a function that reads a secret has the SDK for it in its zip, and no other function has', async () => {
  const { built, problems } = await prepareApp(await makeProject({ 'src/app.ts': app }, installed));
  const [pay, where] = built.functions;
  expect(problems).toEqual([]);
  expect(pay && (await call(pay))).toBe('paid with the text at arn of Key');
  expect(pay && textOf(pay, 'sdk.js')).not.toContain('unused');
  expect(where?.entries.map(({ name }) => name)).not.toContain('sdk.js');
  expect(where && (await call(where))).toBe('arn of Key');
});

test('an SDK that the project does not have is a warning, since only Lambda brings one', async () => {
  const { built, problems } = await prepareApp(await makeProject({ 'src/app.ts': app }, {}));
  expect(problems).toMatchObject([
    {
      code: 'SECRETS_CLIENT_MISSING',
      severity: 'warning',
      place: { file: 'src/app.ts', line: 4 },
      remedy: 'Run: npm install @aws-sdk/client-secrets-manager',
    },
  ]);
  expect(built.functions.flatMap(({ entries }) => entries.map(({ name }) => name))).not.toContain('sdk.js');
});

const chat = `import { App } from '@tankard/framework';
export const app = new App('chat');
export const join = app.websocket('$connect', () => undefined);
export const tell = app.lambda((id) => app.connection(id).send({ hello: id }));
export const say = app.websocket('say', { message: { '~standard': { version: 1, vendor: 'own', validate: () => ({ issues: [{ message: 'never' }] }) } }, function: 'say' }, () => undefined);
`;
const management = '@aws-sdk/client-apigatewaymanagementapi';
const api = `const command = (name) => class { constructor(input) { Object.assign(this, { name, input }); } };
export const PostToConnectionCommand = command('post');
export const DeleteConnectionCommand = command('delete');
export const GetConnectionCommand = command('get');
export class ApiGatewayManagementApiClient {
  constructor({ endpoint }) { this.endpoint = endpoint; }
  async send(command) { globalThis.sent = { to: this.endpoint, ...command }; return {}; }
}
`;

test('a function that speaks to connections has the SDK for it in its zip, also where only refusals are sent', async () => {
  vi.stubEnv('TANKARD_URL_WEBSOCKET', 'https://chat.test/dev');
  const manifest = { name: management, version: '3.0.0', type: 'module', main: 'index.js' };
  const config = await makeProject(
    { 'src/app.ts': chat },
    { [`${management}/package.json`]: JSON.stringify(manifest), [`${management}/index.js`]: api },
  );
  const { built, problems } = await prepareApp(config);
  const of = (name: string) => built.functions.find((one) => one.function === name);
  expect(problems).toEqual([]);
  expect(of('websocket')?.entries.map(({ name }) => name)).not.toContain('sdk.js');
  const tell = of('tell');
  const say = of('say');
  if (tell) await call(tell, 'a');
  const sent = { to: 'https://chat.test/dev', name: 'post' };
  expect(globalThis).toMatchObject({
    sent: { ...sent, input: { ConnectionId: 'a', Data: '{"hello":"a"}' } },
  });
  if (say) await call(say, { requestContext: { routeKey: 'say', connectionId: 'b' }, body: '{}' });
  expect(globalThis).toMatchObject({
    sent: { ...sent, input: { ConnectionId: 'b', Data: expect.stringContaining('"issues":[') } },
  });
});

test('the SDK of connections is missed where the project does not have it', async () => {
  const { problems } = await prepareApp(await makeProject({ 'src/app.ts': chat }, {}));
  expect(problems).toMatchObject([
    { code: 'CONNECTIONS_CLIENT_MISSING', severity: 'warning', place: { file: 'src/app.ts', line: 4 } },
  ]);
});
