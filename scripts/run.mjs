// Stands behind the npm scripts. Runs on the machine's own Node (20 or newer) before anything is
// installed, so it has no dependencies. What it starts runs on Node 24, which comes from npm.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installPublished } from '../bench/install-published.mjs';
import { buildConsole } from './build-console.mjs';
import { buildPackages } from './build-packages.mjs';
import { root, run } from './process.mjs';
import { setUp } from './set-up.mjs';
import { typeProjects } from './type-projects.mjs';

const tasks = {
  setup: () => 0,
  start: ([first = '', ...others]) => {
    const example = existsSync(join(root, 'examples', first, 'package.json')) && first;
    const words = example || first === '' ? others : [first, ...others];
    return run('tankard', ['local', '--project', `examples/${example || 'group-mailer'}`, ...words]);
  },
  test: (words) => run('vitest', ['run', ...withoutAbsentCases(), ...words]),
  // biome colours what it prints even into a pipe.
  lint: (words) => run('biome', ['ci', ...(process.stdout.isTTY ? [] : ['--colors=off']), ...words]),
  format: (words) => run('biome', ['check', '--write', ...words]),
  typecheck: async () => {
    const codes = [];
    for (const project of typeProjects()) codes.push(await run('tsc', ['-p', project]));
    return Math.max(...codes);
  },
  build: buildPackages,
  reference: () => run('node', [join('scripts', 'write-reference.ts')]),
  conformance: (words) => run('node', [join('conformance', 'run.mjs'), ...words]),
  budget: async (words) => {
    await installPublished();
    return run('node', [join('bench', 'budget', 'run-budget.ts'), ...words]);
  },
  bench: (words) => run('node', [join('bench', 'run.mjs'), ...words]),
};

/** Chalice's recorded cases are not part of the repository; where they are absent, their one file is left out. */
function withoutAbsentCases() {
  const folder = process.env.CHALICE_CASES ?? join(root, '..', 'shared', 'chalice-cases');
  if (existsSync(folder)) return [];
  console.error(`Without Chalice's cases, which would be in ${folder} or where CHALICE_CASES says.`);
  return ['--exclude', 'tests/chalice.test.ts'];
}

const [name, ...words] = process.argv.slice(2);
const task = tasks[name];
if (!task) {
  console.error(`Tasks: ${Object.keys(tasks).join(', ')}.`);
  process.exit(2);
}
// What runs the app or ships it needs its page.
const withConsole = ['setup', 'start', 'test', 'build'].includes(name);
const prepared = (await setUp()) || (withConsole ? await buildConsole() : 0);
process.exitCode =
  prepared === 0 && existsSync(join(root, 'node_modules')) ? await task(words) : prepared || 1;
