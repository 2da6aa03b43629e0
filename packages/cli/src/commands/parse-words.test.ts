import { expect, test } from 'vitest';
import { problemsOf } from '../testing/problems-of.ts';
import { defineCommand } from './command.ts';
import { type ListedCommand, loaded } from './listed-command.ts';
import { parseWords } from './parse-words.ts';

const loadedNames: string[] = [];

function listed(words: string, below: readonly ListedCommand[] = []): ListedCommand {
  const command = defineCommand({
    options: (yargs) =>
      yargs
        .positional('name', { type: 'string' })
        .option('out', { type: 'string', default: 'dist' })
        .option('format', { choices: ['yaml', 'json'] as const })
        .option('parameter', { type: 'string', array: true })
        .option('old-name', { type: 'string', array: true }),
    run: async (args) => ({ data: { ran: words, ...args }, text: () => '', problems: [] }),
  });
  return {
    words,
    says: `Does ${words}`,
    below,
    load: async () => {
      loadedNames.push(words);
      return loaded(command);
    },
  };
}

const commands = [
  listed('package'),
  listed('new <name>'),
  listed('local', [listed('mail'), listed('trigger <name>')]),
];

const context = {
  cwd: '.',
  env: {},
  form: 'plain',
  stdout: { write: () => undefined },
  stderr: { write: () => undefined },
  signal: new AbortController().signal,
} as const;

async function run(...words: string[]) {
  const request = await parseWords(words, commands);
  if (!('command' in request)) throw new Error(`No command, but:\n${request.text}`);
  return (await request.command.run(context)).data;
}

const refusal = async (...words: string[]) =>
  (await problemsOf(() => parseWords(words, commands))).map(
    ({ code, message, remedy }) => `${code} ${message} ${remedy}`,
  );

test('a command gets its options, with their defaults', async () => {
  expect(await run('package', '--stage', 'prod', '--json')).toMatchObject({
    ran: 'package',
    stage: 'prod',
    json: true,
    out: 'dist',
  });
});

test('a name of digits stays text', async () => {
  expect(await run('new', '42', '--stage', '7')).toMatchObject({ name: '42', stage: '7' });
});

test('an option that may be repeated keeps every value and takes no positional', async () => {
  expect(await run('new', '--parameter', 'A.b=1', '--parameter', 'B=2', 'shop')).toMatchObject({
    parameter: ['A.b=1', 'B=2'],
    name: 'shop',
  });
});

test('a command may have commands below it, and its own work', async () => {
  expect(await run('local')).toMatchObject({ ran: 'local' });
  expect(await run('local', 'trigger', 'sendMail', '--project', 'x')).toMatchObject({
    ran: 'trigger <name>',
    name: 'sendMail',
    project: 'x',
  });
});

test('the help lists every command and loads none of them', async () => {
  loadedNames.length = 0;
  const request = await parseWords(['--help'], commands);
  expect('text' in request && request.text).toMatch(/tankard package +Does package[\s\S]*tankard new <name>/);
  expect(loadedNames).toEqual([]);
});

test('the help of a command lists its options, and those of every command', async () => {
  const request = await parseWords(['package', '--help'], commands);
  for (const option of ['--out', '--project', '--stage', '--json', '--help']) {
    expect('text' in request && request.text).toContain(option);
  }
});

test('no words at all give the help', async () => {
  expect(await parseWords([], commands)).toEqual({ text: expect.stringContaining('tankard package') });
});

test('--version gives the version of the package', async () => {
  expect(await parseWords(['--version'], commands)).toEqual({
    text: expect.stringMatching(/^\d+\.\d+\.\d+/),
  });
});

test('an option of several words may be repeated where it holds a list', async () => {
  expect(await run('package', '--old-name', 'A', '--old-name', 'B')).toMatchObject({ oldName: ['A', 'B'] });
});

test.each([
  [['pakcage'], "USAGE_UNKNOWN_COMMAND There is no command 'pakcage'. Did you mean 'package'?"],
  [['frobnicate'], "USAGE_UNKNOWN_COMMAND There is no command 'frobnicate'. See --help."],
  [['local', 'mial'], "USAGE_UNKNOWN_COMMAND There is no command 'mial'. Did you mean 'mail'?"],
  [['package', 'now'], "USAGE_UNKNOWN_COMMAND 'now' is one word too many. See --help."],
  [
    ['package', '--prject', 'x'],
    "USAGE_UNKNOWN_OPTION There is no option '--prject'. Did you mean '--project'?",
  ],
  [['package', '--ou=x'], "USAGE_UNKNOWN_OPTION There is no option '--ou'. Did you mean '--out'?"],
  [['package', '-q'], "USAGE_UNKNOWN_OPTION There is no option '-q'. See --help."],
  [['new'], 'USAGE_INVALID Not enough non-option arguments: got 0, need at least 1. See --help.'],
  [['package', '--project'], 'USAGE_INVALID Not enough arguments following: project. See --help.'],
  [['package', '--out', ''], 'USAGE_INVALID --out is empty. See --help.'],
  [['package', '--out='], 'USAGE_INVALID --out is empty. See --help.'],
  [['package', '--stage', 'a', '--stage', 'b'], 'USAGE_INVALID --stage is given more than once. See --help.'],
  [
    ['package', '--format', 'toml'],
    'USAGE_INVALID Invalid values: Argument: format, Given: "toml", Choices: "yaml", "json". See --help.',
  ],
])('%j is refused', async (words, said) => {
  expect(await refusal(...words)).toEqual([said]);
});
