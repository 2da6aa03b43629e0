import { createInterface } from 'node:readline/promises';
import type { Problem } from '@tankard/framework/manifest';

export interface TerminalStreams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/**
 * Asks on the terminal for the parameters that have no value.
 *
 * @param missing problems PARAMETER_MISSING, whose subjects are the parameters' names.
 */
export async function askParameters(
  missing: readonly Problem[],
  terminalStreams: TerminalStreams = { input: process.stdin, output: process.stderr },
): Promise<Readonly<Record<string, string>>> {
  const terminal = createInterface(terminalStreams);
  try {
    const values: Record<string, string> = {};
    for (const { subject = '', message } of missing)
      values[subject] = await terminal.question(`${message}\n${subject}: `);
    return values;
  } finally {
    terminal.close();
  }
}
