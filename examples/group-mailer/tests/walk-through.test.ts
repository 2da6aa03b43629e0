import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyProject } from './copy-project.ts';
import { codeBlocks } from './readme.ts';

/*
 * Runs the commands of the README's walk-through, as they stand there, one block after another.
 * Only the port is replaced where 3000 is taken on this machine.
 */
const run = promisify(execFile);
const [start = '', subscribe = '', schedule = '', send = '', pack = '', ...more] = codeBlocks(
  'Walk-through',
  'sh',
);

let folder: string;
let local: ChildProcess;
let address: string;
/** The Node that runs the tests comes first: `npx` on the machine may bring another. */
const env = { ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH}` };

async function shell(commands: string): Promise<string> {
  const { stdout } = await run('sh', ['-ec', commands.replaceAll('localhost:3000', address)], {
    cwd: folder,
    env,
  });
  return stdout;
}

beforeAll(async () => {
  folder = await copyProject();
  // A process group of its own, so that Ctrl-C can be sent to all of it as a terminal does.
  local = spawn('sh', ['-c', start], {
    cwd: folder,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  for await (const text of local.stdout ?? []) {
    output += text;
    address = /http:\/\/((?:localhost|127\.0\.0\.1):3\d+)/.exec(output)?.[1] ?? '';
    if (address) break;
  }
  if (!address) throw new Error(`tankard local did not start: ${output}`);
}, 60_000);

afterAll(async () => {
  if (local?.pid && local.exitCode === null) {
    const ended = once(local, 'exit');
    process.kill(-local.pid, 'SIGINT');
    await ended;
  }
  await rm(folder, { recursive: true, force: true });
});

describe("the README's walk-through", () => {
  it('has the five steps that this test follows', () => {
    expect(start).toBe('npx tankard local\n');
    expect(more).toEqual([]);
  });

  it('subscribes somebody and shows the group', async () => {
    expect(await shell(subscribe)).toContain('[{"group_name":"choir","subscriber":"ann@example.com"}]');
  });

  it('schedules a message for this hour', async () => {
    expect(await shell(schedule)).toContain('"message":"Message scheduled successfully"');
  });

  it('runs the schedule and shows the mail', async () => {
    const output = await shell(send);
    expect(output).toMatch(/"?sent"?: ?1/);
    expect(output).toContain('ann@example.com');
    expect(output).toContain('Rehearsal');
  });

  it('packages the app and shows the template', async () => {
    const output = await shell(pack);
    expect(output).toContain('AWS::Serverless::Function');
    const files = await readdir(join(folder, 'dist'));
    expect(files).toEqual(
      expect.arrayContaining([
        'template.yaml',
        'addSubscriber.zip',
        'listSubscribers.zip',
        'scheduleMessage.zip',
        'sendScheduledMessages.zip',
      ]),
    );
    expect(output).toContain(await readFile(join(folder, 'dist/template.yaml'), 'utf8'));
  });
});
