import { main } from '../main.ts';

/** What a run of the command left behind. */
export interface CommandRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in a folder, as a user would in a pipe. */
export async function runCommand(cwd: string, ...words: readonly string[]): Promise<CommandRun> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(words, {
    cwd,
    env: {},
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => err.push(text) },
  });
  return { code, stdout: out.join(''), stderr: err.join('') };
}
