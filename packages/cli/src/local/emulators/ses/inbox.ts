import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mail } from './mail.ts';

/** Writes a mail into the inbox's folder, one JSON file a mail, and gives it its id and time. */
export async function keepMail(folder: string, mail: Omit<Mail, 'id' | 'sentAt'>): Promise<Mail> {
  const sentAt = new Date().toISOString();
  // SES's own form: 16 digits, an UUID, the region's number.
  const id = `${randomBytes(8).toString('hex')}-${randomUUID()}-000000`;
  const kept: Mail = { id, sentAt, ...mail };
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${sentAt.replaceAll(':', '-')}-${id}.json`);
  await writeFile(`${path}.new`, `${JSON.stringify(kept, null, 2)}\n`);
  await rename(`${path}.new`, path);
  return kept;
}

/** All mails of an inbox, oldest first; none where the folder is not there. */
export async function readMails(folder: string): Promise<readonly Mail[]> {
  const files = await readdir(folder).catch(() => []);
  const names = files.filter((file) => file.endsWith('.json')).sort();
  return Promise.all(
    names.map(async (name): Promise<Mail> => JSON.parse(await readFile(join(folder, name), 'utf8'))),
  );
}
