import type {
  AuthorizerDeclaration,
  FunctionAuthorizerDeclaration,
  Manifest,
} from '@tankard/framework/manifest';
import { expect, test } from 'vitest';
import type { ResolvedConfig } from '../../config/resolved.ts';
import { configOf, handler, manifestOf, uses } from '../../graph/testing/given.ts';
import type { FunctionUsage } from '../../policy/usage.ts';
import { checkTarget } from './check-target.ts';

const streaming = { source: 'route', method: 'GET', path: '/users', stream: true } as const;
const list = handler('list', { source: 'route', method: 'GET', path: '/users' });
const files = handler('files', { source: 'route', method: 'GET', path: '/files', function: 'storage' });
const asking = (authorizer: AuthorizerDeclaration): Partial<Manifest> => ({
  handlers: [
    handler('list', { source: 'route', method: 'GET', path: '/users', authorizer: authorizer.name }),
  ],
  authorizers: [authorizer],
});
const gate: FunctionAuthorizerDeclaration = {
  kind: 'function',
  name: 'gate',
  function: { handler: 'gate' },
  ttl: 0,
  identity: ['header.Authorization'],
  event: 'request',
  answer: 'policy',
};
const pool = {
  kind: 'cognito',
  name: 'pool',
  userPools: ['arn:a'],
  clients: ['b'],
  identity: 'header.Authorization',
} as const;
const jwt = { kind: 'jwt', name: 'jwt', issuer: 'https://a', audience: ['b'], identity: 'query.t' } as const;

const usesUrl = (name: string): FunctionUsage => ({
  function: name,
  calls: [],
  resources: [uses({ kind: 'url' }, 'value')],
  notSeen: [],
});

/** What an app asks for, and the targets that can't do it. */
interface Row {
  readonly what: string;
  readonly manifest?: Partial<Manifest>;
  readonly config?: Partial<ResolvedConfig>;
  readonly usages?: readonly FunctionUsage[];
  readonly cannot: readonly ResolvedConfig['api'][];
  readonly subject: string;
}

const rows: readonly Row[] = [
  { what: 'tokens of an issuer', manifest: asking(jwt), cannot: ['rest', 'function-url'], subject: 'list' },
  { what: 'tokens of a pool', manifest: asking(pool), cannot: ['function-url'], subject: 'list' },
  {
    what: 'tokens of all clients of a pool',
    manifest: asking({ ...pool, clients: [] }),
    cannot: ['http', 'function-url'],
    subject: 'list',
  },
  {
    what: 'tokens of several pools',
    manifest: asking({ ...pool, userPools: ['arn:a', 'arn:b'] }),
    cannot: ['http', 'function-url'],
    subject: 'list',
  },
  {
    what: 'tokens of a pool that only a deployment knows',
    manifest: asking({ ...pool, userPools: ['{{parameter:Pool}}'] }),
    cannot: ['http', 'function-url'],
    subject: 'list',
  },
  { what: 'a function that decides', manifest: asking(gate), cannot: ['function-url'], subject: 'list' },
  {
    what: 'a function that is sent the token',
    manifest: asking({ ...gate, event: 'token' }),
    cannot: ['http', 'function-url'],
    subject: 'list',
  },
  {
    what: 'a function that answers simply',
    manifest: asking({ ...gate, answer: 'simple' }),
    cannot: ['rest', 'function-url'],
    subject: 'list',
  },
  { what: 'a signature', manifest: asking({ kind: 'iam', name: 'iam' }), cannot: [], subject: 'list' },
  {
    what: 'an API key',
    manifest: {
      handlers: [handler('list', { source: 'route', method: 'GET', path: '/users', apiKey: true })],
    },
    cannot: ['http', 'function-url'],
    subject: 'list',
  },
  {
    what: 'a usage plan',
    config: { usagePlan: { keys: ['a'] } },
    cannot: ['http', 'function-url'],
    subject: 'usagePlan',
  },
  {
    what: 'routes in several functions',
    manifest: { handlers: [list, files] },
    cannot: ['function-url'],
    subject: 'files',
  },
  {
    what: 'the URL in the function that serves the routes',
    usages: [usesUrl('api')],
    cannot: ['function-url'],
    subject: 'api',
  },
  {
    what: 'a name of its own',
    config: { domain: { name: 'api.example.com' } },
    cannot: ['function-url'],
    subject: 'domain',
  },
  {
    what: 'a stream out of a VPC',
    manifest: { handlers: [handler('list', streaming)] },
    config: { defaults: { vpc: { subnets: ['subnet-1'], securityGroups: ['sg-1'] } } },
    cannot: ['http', 'function-url'],
    subject: 'list',
  },
  {
    what: 'compression',
    config: { minimumCompressionSize: 1024 },
    cannot: ['http', 'function-url'],
    subject: 'minimumCompressionSize',
  },
];

const check = ({ manifest, config, usages = [] }: Row, api: ResolvedConfig['api']) =>
  checkTarget({
    manifest: manifestOf({ handlers: [list], ...manifest }),
    config: configOf({ ...config, api }),
    usages,
  });

test.each(rows)('$what is refused by those that can not have it, with who can: $cannot', (row) => {
  for (const api of ['http', 'rest', 'function-url'] as const) {
    const problems = check(row, api);
    const said = new Set(problems.map(({ code, subject }) => `${code} ${subject}`));
    expect([...said]).toEqual(row.cannot.includes(api) ? [`API_CANNOT ${row.subject}`] : []);
    for (const { remedy } of problems) expect(remedy).toMatch(/^Serve the app by an? .* \(api: '/);
  }
});

test('only a REST API can have a name at the edge', () => {
  const config = configOf({ domain: { name: 'api.example.com', endpoint: 'edge' } });
  const app = { manifest: manifestOf({ handlers: [list] }), usages: [] };
  expect(checkTarget({ ...app, config: { ...config, api: 'http' } })).toMatchObject([
    { code: 'API_CANNOT', remedy: expect.stringContaining("a REST API (api: 'rest')") },
  ]);
  expect(checkTarget({ ...app, config: { ...config, api: 'rest' } })).toEqual([]);
});

test('another function may know the URL of the one that has it', () => {
  const handlers = [list, handler('tick', { source: 'lambda' })];
  const app = { manifest: manifestOf({ handlers }), config: configOf({ api: 'function-url' }) };
  expect(checkTarget({ ...app, usages: [usesUrl('tick')] })).toEqual([]);
});

test('an HTTP API collects what a route streams, which is a warning', () => {
  const app = { manifest: manifestOf({ handlers: [handler('list', streaming)] }), usages: [] };
  expect(checkTarget({ ...app, config: configOf({ api: 'http' }) })).toEqual([
    expect.objectContaining({
      severity: 'warning',
      subject: 'list',
      message:
        "'GET /users' can't have answers that are sent as they are made: an HTTP API has no such thing, and sends each when it is complete.",
      remedy: expect.stringContaining("a REST API (api: 'rest') or a function URL (api: 'function-url')"),
    }),
  ]);
  for (const api of ['rest', 'function-url'] as const)
    expect(checkTarget({ ...app, config: configOf({ api }) })).toEqual([]);
});
