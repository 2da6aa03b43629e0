import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ownSignature } from '../../packages/cli/src/local/endpoint/own-signature.ts';
import { type LocalProcess, runLocal } from '../../packages/cli/src/local/testing/local-process.ts';
import { copyProject } from '../walk-through/copy-project.ts';

/** The example with what it has none of: a schedule and a stream. */
const MORE = `
export const remind = app.schedule('rate(1 hour)', async (event) => ({ reminded: event.time }));
export const clicks = app.stream('Clicks', { shards: 1 });
export const count = app.onKinesisRecord(clicks, async (record) => app.log.info('Clicked', { data: record.data }));
`;

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

/** Puts a record into a stream, by Kinesis's protocol. */
export async function putRecord(endpoint: string, stream: string, text: string): Promise<void> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'Kinesis_20131202.PutRecord',
      ...ownSignature('kinesis', 'us-east-1'),
    },
    body: JSON.stringify({
      StreamName: stream,
      PartitionKey: 'ann',
      Data: Buffer.from(text).toString('base64'),
    }),
  });
  if (!response.ok) throw new Error(await response.text());
}
