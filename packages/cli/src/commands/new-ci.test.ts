import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { runCommand } from '../testing/run-command.ts';
import { tempProject } from '../testing/temp-project.ts';
import { commands } from './list.ts';
import { parseWords } from './parse-words.ts';

interface Job {
  readonly if: string;
  readonly environment: string;
  readonly steps: readonly { readonly uses?: string; readonly run?: string; readonly with?: object }[];
}
interface Workflow {
  readonly on: object;
  readonly permissions: object;
  readonly jobs: { readonly plan: Job; readonly deploy: Job };
}

/** A new project's workflow, and what it says of it. */
async function madeWithCi() {
  const cwd = await tempProject({});
  const { stdout } = await runCommand(cwd, 'new', 'shop', '--ci', '--json');
  const text = await readFile(join(cwd, 'shop/.github/workflows/deploy.yml'), 'utf8');
  const guide = await readFile(join(cwd, 'shop/DEPLOYING.md'), 'utf8');
  const workflow: Workflow = parse(text);
  return { files: JSON.parse(stdout).files as readonly string[], text, guide, workflow };
}
/** A project that is made in a checkout is installed by pnpm. */
const LOCKED = expect.stringMatching(/^npx --yes pnpm@\S+ install --frozen-lockfile$/);
const runs = ({ steps }: Job) => steps.flatMap((step) => step.run ?? []);

test('a project with --ci has a workflow beside all else, and no placeholder left', async () => {
  const { files, text, guide } = await madeWithCi();
  expect(files).toEqual(
    expect.arrayContaining(['.github/workflows/deploy.yml', 'DEPLOYING.md', 'src/app.ts', 'package.json']),
  );
  expect(text + guide).not.toMatch(/\{\{\w+\}\}/);
  expect(guide).toContain('Deploying shop');
});

test('it plans on pull requests, and deploys main, after the tests', async () => {
  const { on, jobs } = (await madeWithCi()).workflow;
  expect(on).toEqual({ pull_request: null, push: { branches: ['main'] } });
  expect(jobs.plan.if).toContain("github.event_name == 'pull_request'");
  expect(runs(jobs.plan)).toEqual([LOCKED, 'npm test', 'npx tankard plan --stage prod']);
  expect(jobs.deploy.if).toBe("github.event_name == 'push'");
  expect(runs(jobs.deploy)).toEqual([LOCKED, 'npm test', 'npx tankard deploy --stage prod --yes']);
});

test('it holds no keys: each job assumes the role of its own environment', async () => {
  const { permissions, jobs } = (await madeWithCi()).workflow;
  expect(permissions).toEqual({ contents: 'read', 'id-token': 'write' });
  expect([jobs.plan.environment, jobs.deploy.environment]).toEqual(['plan', 'prod']);
  for (const { steps } of Object.values(jobs)) {
    const credentials = steps.find(({ uses }) => uses?.startsWith('aws-actions/configure-aws-credentials'));
    expect(credentials?.with).toEqual({
      'role-to-assume': expect.stringMatching(/^\$\{\{ vars\.AWS_ROLE \}\}$/),
      'aws-region': expect.stringMatching(/^\$\{\{ vars\.AWS_REGION \}\}$/),
    });
  }
});

test('it pins each action to a major version', async () => {
  const { jobs } = (await madeWithCi()).workflow;
  const actions = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []));
  expect(actions).toHaveLength(6);
  for (const action of actions) expect(action).toMatch(/@v\d+$/);
});

test('every command that it runs or speaks of can be called', async () => {
  const { workflow, guide } = await madeWithCi();
  const texts = [guide, ...Object.values(workflow.jobs).flatMap(runs)];
  const lines = texts.flatMap((text) =>
    [...text.matchAll(/npx tankard ([^\n`…>]*)/g)].map(([, line = '']) => line.trim()),
  );
  expect(lines).toHaveLength(5);
  for (const line of lines) expect(await parseWords(line.split(/\s+/), commands)).toHaveProperty('command');
});

test('without --ci there is none', async () => {
  const { stdout } = await runCommand(await tempProject({}), 'new', 'shop', '--json');
  expect(JSON.parse(stdout).files.join()).not.toContain('workflows');
});
