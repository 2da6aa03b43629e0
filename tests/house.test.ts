import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { moduleFacts, type SourceFile, sourceFiles } from './source-files.ts';

const everything = sourceFiles('packages', 'tests', 'scripts', 'conformance', 'bench', 'examples');
const isTest = ({ path }: SourceFile) => /\.test(-d)?\.ts$|\/testing\/|\/fixtures\//.test(path);
const framework = everything.filter(({ path }) => path.startsWith('packages/framework/src/'));
const cli = everything.filter((file) => file.path.startsWith('packages/cli/src/') && !isTest(file));

/** For each folder of the command, the folders that it may import from beside itself. */
const below: Readonly<Record<string, readonly string[]>> = (() => {
  const foundations = ['errors', 'own-package', 'config', 'build', 'aws'];
  const model = [...foundations, 'resources', 'policy'];
  const prepared = [...model, 'graph', 'checks', 'prepare'];
  return {
    errors: [],
    'own-package': [],
    config: ['errors'],
    build: ['errors', 'own-package', 'config'],
    aws: ['errors', 'config'],
    resources: foundations,
    state: ['errors', 'aws', 'resources'],
    policy: [...foundations, 'resources'],
    graph: model,
    checks: [...model, 'graph'],
    prepare: prepared,
    template: prepared,
    plan: [...prepared, 'state'],
    report: ['errors'],
    openapi: [],
    local: [...prepared, 'report', 'openapi'],
    commands: [...prepared, 'template', 'plan', 'state', 'local', 'report', 'openapi'],
    main: ['commands', 'report', 'errors'],
    bin: ['main', 'errors'],
    index: ['main', 'config'],
  };
})();

const areaOf = (path: string) => path.replace('packages/cli/src/', '').replace(/[/.].*$/, '');

const wrongDirections = (file: SourceFile) =>
  moduleFacts(file)
    .imports.filter((request) => request.startsWith('.'))
    .map((request) => posix.join(posix.dirname(file.path), request))
    .filter((target) => target.startsWith('packages/cli/src/'))
    .filter((target) => areaOf(target) !== areaOf(file.path))
    .filter((target) => !below[areaOf(file.path)]?.includes(areaOf(target)))
    .map((target) => `${file.path} imports ${target}`);

test('every folder of the command has its place among the others', () => {
  expect([...new Set(cli.map(({ path }) => areaOf(path)))].filter((area) => !below[area])).toEqual([]);
});

test('dependencies within the command point down', () => {
  expect(cli.flatMap(wrongDirections)).toEqual([]);
});

test('the table of directions has no cycle', () => {
  const depth = (area: string, seen: readonly string[] = []): number => {
    if (seen.includes(area)) throw new Error(`Cycle: ${[...seen, area].join(' → ')}`);
    return (
      1 +
      Math.max(
        0,
        ...(below[area] ?? []).filter((one) => one !== area).map((one) => depth(one, [...seen, area])),
      )
    );
  };
  expect(
    Object.keys(below)
      .map((area) => depth(area))
      .every(Number.isFinite),
  ).toBe(true);
});

test('the AWS SDK is imported only where AWS is called', () => {
  const allowed = /^packages\/cli\/src\/(aws\/|resources\/[^/]+\/reconcile\.ts$|state\/s3)/;
  const wrong = cli.filter(
    (file) =>
      !allowed.test(file.path) && moduleFacts(file).imports.some((one) => /^@(aws-sdk|smithy)\//.test(one)),
  );
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test("Node's HTTP is not imported, which would load all of undici", () => {
  const wrong = cli.filter(({ text }) => /^import (?!type\b).* from 'node:http'/m.test(text));
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('the framework imports Node and itself, and its plugin for vitest what that needs', () => {
  const wrong = framework
    .filter((file) => !isTest(file) || file.path.includes('/src/testing/'))
    .filter((file) => !/\.test(-d)?\.ts$/.test(file.path))
    .flatMap((file) =>
      moduleFacts(file)
        .imports.filter((one) => !one.startsWith('.') && !one.startsWith('node:'))
        .filter(
          (one) =>
            !(
              file.path === 'packages/framework/src/vitest.ts' && ['esbuild', 'vite', 'vitest'].includes(one)
            ),
        )
        .map((one) => `${file.path} imports ${one}`),
    );
  expect(wrong).toEqual([]);
});

test('the command reaches the framework only through its package', () => {
  const wrong = everything
    .filter(({ path }) => path.startsWith('packages/cli/src/'))
    .filter((file) => moduleFacts(file).imports.some((one) => /^\..*framework\//.test(one)));
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('a session loads nothing of the console before somebody asks for it', () => {
  const inside = 'packages/cli/src/local/console/';
  const loaded = ({ text }: SourceFile) =>
    [...text.matchAll(/^(?:import|export) (?!type ).*? from '([^']+)';$/gms)].map(
      ([, request = '']) => request,
    );
  const from = cli
    .filter(({ path }) => !path.startsWith(inside))
    .flatMap((file) => loaded(file).filter((request) => request.includes('/console/')));
  expect(from).toEqual(['../console/start-console.ts']);
  const start = cli.find(({ path }) => path === `${inside}start-console.ts`);
  expect(start && loaded(start).filter((request) => request.startsWith('./'))).toEqual([]);
});

test('the console imports its own libraries, and of the other packages only types', () => {
  const files = everything.filter(({ path }) => /^packages\/console\/src\//.test(path));
  expect(files.length).toBeGreaterThan(20);
  const leaving = files.filter((file) =>
    moduleFacts(file).imports.some((one) => /\.\.\/(cli|framework)\/|@tankard\//.test(one)),
  );
  expect(leaving.map(({ path }) => path)).toEqual(['packages/console/src/shown.ts']);
  const { text } = leaving[0] as SourceFile;
  expect(text.match(/^export (?!type )/gm)).toBeNull();
});

test('an example imports the framework, and the command only to test against its engines', () => {
  const wrong = everything
    .filter(({ path }) => /^examples\/[^/]+\/src\//.test(path) && !/\.test\.ts$/.test(path))
    .filter((file) =>
      moduleFacts(file).imports.some((one) => one.startsWith('@tankard/cli') || /packages\//.test(one)),
    );
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

const lengthOf = ({ text }: SourceFile) => text.split('\n').length - 1;
const lengths = everything.map(lengthOf).sort((a, b) => a - b);
const quantile = (part: number) => lengths[Math.floor(lengths.length * part)];

test('no file is longer than 400 lines', () => {
  expect(everything.filter((file) => lengthOf(file) > 400).map(({ path }) => path)).toEqual([]);
});

test('half of the files have at most 80 lines, and nine of ten at most 200', () => {
  expect(quantile(0.5)).toBeLessThanOrEqual(80);
  expect(quantile(0.9)).toBeLessThanOrEqual(200);
});

test('no folder is a bag of everything', () => {
  const bags = /\/(utils?|helpers?|common|misc|shared|lib)\//;
  expect(everything.map(({ path }) => path).filter((path) => bags.test(path))).toEqual([]);
});

test('files and folders are named in kebab-case', () => {
  const kebab =
    /^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*[a-z0-9]+(?:-[a-z0-9]+)*(?:\.test|\.test-d|\.config|\.d)?\.(?:tsx?|mjs)$/;
  expect(everything.map(({ path }) => path).filter((path) => !kebab.test(path))).toEqual([]);
});

test('only a configuration file has a default export', () => {
  const wrong = everything.filter(
    (file) =>
      !/\.config\.ts$/.test(file.path) &&
      !file.path.includes('/fixtures/') &&
      moduleFacts(file).hasDefaultExport,
  );
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('an index only lists what others export', () => {
  const wrong = everything
    .filter(({ path }) => path.endsWith('/index.ts'))
    .filter(({ text }) => /^(?!export (type )?(\*|\{)|\s|\}|\/\/|\/?\*|$)/m.test(text));
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('no test is skipped, and nothing is put off', () => {
  const put = /\b(?:test|it|describe)\.(?:skip|only|todo)\b|\b(?:TODO|FIXME|XXX)\b/;
  const wrong = everything.filter(({ path, text }) => path !== 'tests/house.test.ts' && put.test(text));
  expect(wrong.map(({ path }) => path)).toEqual([]);
});
