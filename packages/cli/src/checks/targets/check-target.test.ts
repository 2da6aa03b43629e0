import type { Manifest } from '@tankard/framework/manifest';
import { expect, test } from 'vitest';
import type { ResolvedConfig } from '../../config/resolved.ts';
import { configOf, handler, manifestOf, uses } from '../../graph/testing/given.ts';
import type { FunctionUsage } from '../../policy/usage.ts';
import { checkTarget } from './check-target.ts';

const list = handler('list', { source: 'route', method: 'GET', path: '/users' });
const files = handler('files', { source: 'route', method: 'GET', path: '/files', function: 'storage' });
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
    expect(problems.map(({ code, subject }) => [code, subject])).toEqual(
      row.cannot.includes(api) ? [['API_CANNOT', row.subject]] : [],
    );
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
