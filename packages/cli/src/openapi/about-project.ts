import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Info } from './document.ts';

/** What the project's package.json says of an API: its version, and what it is for. */
export async function aboutProject(project: string, app: string): Promise<Info> {
  const text = await readFile(join(project, 'package.json'), 'utf8').catch(() => '{}');
  const { version, description } = JSON.parse(text) as Readonly<Record<string, unknown>>;
  return {
    title: app,
    version: typeof version === 'string' ? version : '0.0.0',
    ...(typeof description === 'string' && description !== '' && { description }),
  };
}
