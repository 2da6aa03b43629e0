import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type LocalProcess, runLocal } from '../../packages/cli/src/local/testing/local-process.ts';
import { copyProject } from '../walk-through/copy-project.ts';

/** The example with what it has none of: a schedule, a secret and a stream. */
const MORE = `
export const remind = app.schedule('rate(1 hour)', async (event) => ({ reminded: event.time }));
export const payment = app.secret('Payment');
export const clicks = app.stream('Clicks', { shards: 1 });
export const count = app.onKinesisRecord(clicks, async (record) => app.log.info('Clicked', { data: record.data }));
`;

/** Nobody may see it. */
export const SECRET = 'known-to-nobody-4711';

/** The running example, whose source can be broken and mended. */
export interface Recruiting extends LocalProcess {
  /** Replaces a text of `src/app.ts` until it is mended. */
  breakSource(text: string, by: string): Promise<void>;
  mendSource(): Promise<void>;
  stop(): Promise<void>;
}

export async function startRecruiting(): Promise<Recruiting> {
  const folder = await copyProject('recruiting');
  const file = join(folder, 'src/app.ts');
  await appendFile(file, MORE);
  const source = await readFile(file, 'utf8');
  let current = source;
  await writeFile(join(folder, 'tankard.local.json'), JSON.stringify({ secrets: { Payment: SECRET } }));
  const local = await runLocal(folder);
  return {
    ...local,
    async breakSource(text, by) {
      if (!current.includes(text)) throw new Error(`There is no '${text}' in ${file}.`);
      current = current.replace(text, by);
      await writeFile(file, current);
    },
    async mendSource() {
      current = source;
      await writeFile(file, source);
    },
    async stop() {
      await local.end('SIGINT');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
