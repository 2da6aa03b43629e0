import { execFile, spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { startLocal } from '../../packages/cli/src/local/testing/local-process.ts';
import { tempProject } from '../../packages/cli/src/testing/temp-project.ts';
import { installed } from '../environment.ts';
import { cliCommands } from './cli-commands.ts';

const PYTHON = join(installed('CLIENTS'), 'bin', 'python');
const SCRIPTS = join(import.meta.dirname, '..', 'python');
const APP = `import { App } from '@tankard/framework';
export const app = new App('clients');
const items = app.table('Items', { partitionKey: 'id' });
const key = app.secret('Key');
export const double = app.lambda(async (event) => ({ twice: event.n * 2, items: items.name, key: await key.value() }));
`;
const project = () =>
  tempProject({ 'src/app.ts': APP, 'tankard.local.json': JSON.stringify({ secrets: { Key: 'seven' } }) });

test("the AWS CLI's commands do what they do to AWS", async () => {
  const folder = await project();
  await mkdir(join(folder, 'tree'));
  await writeFile(join(folder, 'tree', 'a.txt'), 'a');
  await writeFile(join(folder, 'tree', 'b c.txt'), 'bc');
  const large = Buffer.alloc(12 << 20, 'large ');
  await writeFile(join(folder, 'large'), large);
  const { endpoint } = await startLocal(folder);
  const table = cliCommands(folder);
  const printed = await runCommands(
    table.map(([command]) => [...wordsOf(command), '--endpoint-url', endpoint]),
  );
  expect(printed.map((one, index) => [table[index]?.[0], meant(one)])).toEqual(
    table.map(([command, prints]) => [
      command,
      prints instanceof RegExp ? expect.stringMatching(prints) : prints,
    ]),
  );
  expect((await readFile(join(folder, 'back'))).equals(large)).toBe(true);
  expect(JSON.parse(await readFile(join(folder, 'answer'), 'utf8'))).toMatchObject({ twice: 4 });
});

test("boto3's resources, waiters, paginators and transfers work", async () => {
  const { endpoint } = await startLocal(await project());
  const { stdout } = await promisify(execFile)(PYTHON, [join(SCRIPTS, 'use_boto3.py'), endpoint]);
  expect(JSON.parse(stdout)).toEqual({
    scanned: [7, 7, 7, 7, 2],
    item: { id: '7', number: '7', tags: ['a', 'b'] },
    same: true,
    etag: '-3"',
    metadata: { kind: 'large' },
    listed: [10, 10, 5],
    deleted: 26,
    invoked: { twice: 6, items: 'clients-local-Items', key: 'seven' },
    read: ['one', 'two'],
  });
});

async function runCommands(commands: readonly (readonly string[])[]): Promise<readonly string[]> {
  const child = spawn(PYTHON, [join(SCRIPTS, 'run_commands.py')], {
    env: {
      ...process.env,
      AWS_DEFAULT_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_CONFIG_FILE: '/dev/null',
    },
  });
  const errors = text(child.stderr);
  child.stdin.end(JSON.stringify(commands));
  const output = await text(child.stdout);
  if (output === '') throw new Error(await errors);
  return JSON.parse(output);
}

/** Words as a shell would make them. */
const wordsOf = (command: string) =>
  (command.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replaceAll("'", ''));

function meant(printed: string): unknown {
  try {
    return JSON.parse(printed);
  } catch {
    return printed;
  }
}
