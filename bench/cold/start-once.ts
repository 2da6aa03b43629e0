import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { isDeepStrictEqual, promisify } from 'node:util';
import { httpAnswer } from '../handlers/http-answer.ts';
import { expectedAnswer } from '../handlers/http-event.ts';

const program = join(import.meta.dirname, 'first-answer.mjs');

/** From the import of a handler to its first answer, in milliseconds. */
export interface Start {
  readonly wall: number;
  /** Of the processor's time. */
  readonly cpu: number;
}

/**
 * Starts a handler in a new process.
 *
 * @param event - a file with a request for the first route
 * @throws Error where it answers anything else than is expected
 */
export async function startOnce(file: string, event: string): Promise<Start> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, file, event]);
  const { answer, wall, cpu } = JSON.parse(stdout);
  const given = httpAnswer(answer);
  if (!isDeepStrictEqual(given, expectedAnswer(0)))
    throw new Error(`${file} answers ${JSON.stringify(given)}.`);
  return { wall, cpu };
}
