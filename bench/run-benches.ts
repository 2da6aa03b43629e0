import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { benchmarksPage } from './page.ts';
import type { Bench, KeptResult } from './result.ts';

const here = import.meta.dirname;
const results = join(here, 'results');
const names = readdirSync(here).filter((name) => existsSync(join(here, name, 'bench.ts')));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !names.includes(name));
if (unknown.length > 0 || asked.length === 0) {
  console.error(`Benches: ${names.join(', ')}.`);
  process.exit(2);
}
for (const name of asked) {
  const { bench } = (await import(`./${name}/bench.ts`)) as { readonly bench: Bench };
  const measured = await bench();
  const date = new Date().toISOString().slice(0, 10);
  const result: KeptResult = { ...measured, date, ...surroundings(measured.versions) };
  writeFileSync(join(results, `${name}.json`), `${JSON.stringify(result, undefined, 2)}\n`);
  console.table(
    result.rows.map((row) => Object.fromEntries(row.map((cell, at) => [result.columns[at], cell]))),
  );
}
const kept = readdirSync(results)
  .filter((file) => file.endsWith('.json'))
  .toSorted()
  .map((file) => JSON.parse(readFileSync(join(results, file), 'utf8')) as KeptResult);
writeFileSync(join(here, '..', 'docs', 'benchmarks.md'), benchmarksPage(kept));

/** What a figure hangs on besides the code. */
function surroundings(others = engines()): Pick<KeptResult, 'machine' | 'versions'> {
  const [cpu] = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return {
    machine: `${cpus().length} × ${cpu?.model.trim() ?? 'unknown CPU'}, ${gigabytes} GB, ${type()} ${release()}`,
    versions: {
      Tankard: versionOf('packages', 'cli'),
      Node: process.versions.node,
      ...others,
    },
  };
}

function engines(): Readonly<Record<string, string>> {
  const miniStack = join(here, '..', 'conformance', 'python', 'ministack.txt');
  return {
    'AWS SDK': versionOf('bench', 'node_modules', '@aws-sdk', 'client-lambda'),
    MiniStack: readFileSync(miniStack, 'utf8').trim().replace(/.*==/, ''),
  };
}

function versionOf(...folder: readonly string[]): string {
  return JSON.parse(readFileSync(join(here, '..', ...folder, 'package.json'), 'utf8')).version;
}
