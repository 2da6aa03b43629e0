import { dirname, join } from 'node:path';
import type { ResourceDeclaration } from '@tankard/framework/manifest';
import type { Slice } from '../../build/slice/slice.ts';
import { readUsage } from '../read-usage.ts';
import type { FunctionUsage } from '../usage.ts';
import { manifestOf } from './given.ts';

const project = '/project';
const key = { name: 'id', type: 'string' } as const;

/** Resources that the sources of the tests may declare. */
export const declared: readonly ResourceDeclaration[] = [
  { kind: 'table', name: 'Orders', partitionKey: key, indexes: [] },
  { kind: 'table', name: 'Users', partitionKey: key, indexes: [] },
  { kind: 'table', name: 'legacy', existing: 'legacy', indexes: [] },
  { kind: 'bucket', name: 'Files' },
  { kind: 'queue', name: 'Jobs', fifo: false },
  { kind: 'topic', name: 'News', fifo: false },
  { kind: 'parameter', name: 'Sender' },
  { kind: 'secret', name: 'Key' },
];

/** The declarations of those resources, in one line so that the lines of a test's own source count from 2. */
const preamble = [
  "import { App } from '@tankard/framework';",
  "const app = new App('shop');",
  "const orders = app.table('Orders'); const users = app.table('Users'); const legacy = app.table.existing('legacy');",
  "const files = app.bucket('Files'); const jobs = app.queue('Jobs'); const news = app.topic('News');",
  "const sender = app.parameter('Sender'); const key = app.secret('Key');",
].join(' ');

/** What a project of these files uses; a source that is alone is `src/app.ts` behind the {@link declared} resources. */
export function usageIn(sources: string | Readonly<Record<string, string>>): FunctionUsage {
  const texts = typeof sources === 'string' ? { 'src/app.ts': `${preamble}\n${sources}` } : sources;
  const files = new Map(
    Object.entries(texts).map(([name, source]) => {
      const path = join(project, name);
      const file = { path, source, imports: importsOf(path, source), lazyImports: new Map(), cuts: [] };
      return [path, file] as const;
    }),
  );
  const slice: Slice = { function: 'worker', files, whole: [] };
  return readUsage(slice, {
    project,
    manifest: { ...manifestOf(...declared), websocket: { selection: '$request.body.action' } },
    sources: files,
  });
}

function importsOf(path: string, source: string): ReadonlyMap<string, string> {
  const specifiers = [...source.matchAll(/['"](\.[^'"]*)['"]/g)].flatMap(([, specifier]) => specifier ?? []);
  return new Map(specifiers.map((specifier) => [specifier, join(dirname(path), specifier)]));
}

/** The calls as `PutItem on Orders`, `PutItem on ?` where the resource is not seen, and `PutItem on nothing`. */
export function callsIn(sources: string | Readonly<Record<string, string>>): readonly string[] {
  return usageIn(sources).calls.map(({ operation, part, resources }) => {
    const names = resources?.map(({ name }) => name).join(' and ');
    return `${operation}${part === undefined ? '' : ` ${part}`} on ${names === '' ? 'nothing' : (names ?? '?')}`;
  });
}
