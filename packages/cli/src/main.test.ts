import { TankardError } from '@tankard/framework/errors';
import { expect, test } from 'vitest';
import { type CommandContext, defineCommand } from './commands/command.ts';
import { type ListedCommand, loaded } from './commands/listed-command.ts';
import { problem } from './errors/problem.ts';
import { main } from './main.ts';
import type { Outcome } from './report/outcome.ts';

type Work = (context: CommandContext) => Promise<Outcome>;

async function run(
  work: Work,
  words: readonly string[] = [],
  env: Record<string, string> = {},
  longRunning = false,
) {
  const out: string[] = [];
  const err: string[] = [];
  const command = defineCommand({
    options: (yargs) => yargs,
    run: (_, context) => work(context),
    longRunning,
  });
  const listed: ListedCommand = { words: 'do', says: 'Does it', load: async () => loaded(command) };
  const code = await main(['do', ...words], {
    cwd: '.',
    env,
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => err.push(text) },
    commands: [listed],
  });
  return { code, out: out.join(''), err: err.join('') };
}

const done: Outcome = { data: { made: 1 }, text: () => 'made one', problems: [] };
const unknown = problem('STAGE_UNKNOWN', { message: 'No such stage.', remedy: 'Take another.' });

test('a command that is done prints its text and exits with 0', async () => {
  expect(await run(async () => done)).toEqual({ code: 0, out: 'made one\n', err: '' });
});

test("a user's mistake is reported and exits with 1", async () => {
  const mistake = async () => {
    throw new TankardError([unknown]);
  };
  expect(await run(mistake)).toEqual({
    code: 1,
    out: '',
    err: '✘ STAGE_UNKNOWN  No such stage.\n  Take another.\n',
  });
});

test('a command line that is not understood exits with 2, also as JSON', async () => {
  const { code, out, err } = await run(async () => done, ['--jsn', '--json']);
  expect(code).toBe(2);
  expect(JSON.parse(out)).toMatchObject({ ok: false, problems: [{ code: 'USAGE_UNKNOWN_OPTION' }] });
  expect(err).toBe('');
});

test('an error among the problems of a result exits with 1', async () => {
  expect((await run(async () => ({ ...done, problems: [unknown] }))).code).toBe(1);
});

test('an unexpected error is UNEXPECTED, without its stack', async () => {
  const bug = async () => {
    throw new TypeError('x is not a function');
  };
  const { code, err } = await run(bug);
  expect(code).toBe(1);
  expect(err).toContain('✘ UNEXPECTED  Tankard failed: x is not a function');
  expect(err).toContain('--verbose');
  expect(err).not.toContain('main.test.ts');
});

test.each([
  ['--verbose', ['--verbose'], {}],
  ['TANKARD_DEBUG', [], { TANKARD_DEBUG: '1' }],
])('%s adds the stack of an unexpected error', async (_, words, env) => {
  const bug = async () => {
    throw new TypeError('x is not a function');
  };
  expect((await run(bug, words, env)).err).toContain('main.test.ts');
});

test('something thrown that is no error is UNEXPECTED too', async () => {
  const odd = async () => {
    throw 'plain text';
  };
  expect((await run(odd)).err).toContain('Tankard failed: plain text');
});

test('Ctrl-C aborts the signal of a long-running command and exits with 130', async () => {
  const listeners = process.listenerCount('SIGINT');
  const waiting: Work = async ({ signal }) => {
    const aborted = new Promise((resolve) => signal.addEventListener('abort', resolve));
    process.emit('SIGINT');
    await aborted;
    return done;
  };
  expect((await run(waiting, [], {}, true)).code).toBe(130);
  expect(process.listenerCount('SIGINT')).toBe(listeners);
});

test('the last object of a long-running command is one line, as those before it are', async () => {
  const { out } = await run(async () => done, ['--json'], {}, true);
  expect(out).toBe('{"ok":true,"problems":[],"made":1}\n');
});

test('the form of the report is known to the command', async () => {
  const { out } = await run(async ({ form }) => ({ ...done, data: { form } }), ['--json']);
  expect(JSON.parse(out)).toEqual({ ok: true, problems: [], form: 'json' });
});
