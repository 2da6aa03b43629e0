import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { answerOf } from './write-app.ts';

/**
 * Unpacks the zips of the first and of the last function and calls them.
 *
 * @throws Error where one does not answer as all must.
 */
export async function checkAnswers(zips: string, functions: number): Promise<void> {
  const load = createRequire(import.meta.url);
  for (const index of [0, functions - 1]) {
    const folder = join(zips, `unpacked-${index}`);
    execFileSync('python3', ['-m', 'zipfile', '-e', join(zips, `f${index}.zip`), folder]);
    const { handler } = load(join(folder, 'index.js'));
    const answer = await handler({ id: 'Ann' }, { awsRequestId: 'request' });
    if (answer !== answerOf(index, 'Ann')) throw new Error(`f${index} answers ${answer}.`);
  }
}
