import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { TankardError } from '@tankard/framework/errors';
import { nearest } from '../../errors/nearest.ts';
import { problem } from '../../errors/problem.ts';
import type { ExampleEvents } from './example-events.ts';

/** How a command line says what a function is called with. At most one is given. */
export interface PayloadArguments {
  /** JSON, `@FILE`, or `-` for stdin. */
  readonly payload?: string | undefined;
  /** The name of an example. */
  readonly example?: string | undefined;
}

/**
 * The payload that a command line asks for, as JSON text; without one it is `{}`.
 *
 * @throws TankardError USAGE_INVALID, EXAMPLE_UNKNOWN.
 */
export async function payloadOf(
  { payload, example }: PayloadArguments,
  examples: ExampleEvents,
  {
    cwd,
    input = process.stdin,
  }: { readonly cwd: string; readonly input?: AsyncIterable<Buffer> | undefined },
): Promise<string> {
  if (example !== undefined) {
    const make = examples.get(example);
    if (!make) throw new TankardError([unknownExample(example, [...examples.keys()])]);
    return JSON.stringify(make());
  }
  if (payload === undefined) return '{}';
  return checked(await given(payload, cwd, input));
}

async function given(payload: string, cwd: string, input: AsyncIterable<Buffer>): Promise<string> {
  if (payload === '-') return text(input);
  if (!payload.startsWith('@')) return payload;
  const file = resolve(cwd, payload.slice(1));
  return readFile(file, 'utf8').catch(() => {
    throw invalid(
      `The file ${file} of --payload cannot be read.`,
      'Write --payload @FILE with a file that is there.',
    );
  });
}

function checked(json: string): string {
  try {
    JSON.parse(json);
    return json;
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw invalid(
      `The payload is not JSON: ${reason}.`,
      `Write --payload '{"name":"value"}', @FILE, or - for stdin.`,
    );
  }
}

const invalid = (message: string, remedy: string) =>
  new TankardError([problem('USAGE_INVALID', { message, remedy })]);

function unknownExample(name: string, names: readonly string[]) {
  const meant = nearest(name, names);
  return problem('EXAMPLE_UNKNOWN', {
    message: `The function's sources have no example '${name}'.`,
    remedy: meant ? `Did you mean '${meant}'?` : `Examples: ${names.join(', ')}.`,
  });
}
