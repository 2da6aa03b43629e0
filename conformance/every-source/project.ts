import { cp, mkdtemp, readFile, realpath, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stageParameters } from '../../packages/cli/src/commands/deploy/stage-parameters.ts';
import { zipsOf } from '../../packages/cli/src/commands/deploy/zips.ts';
import { lookUpExisting } from '../../packages/cli/src/plan/look-up-existing.ts';
import type { PreparedApp } from '../../packages/cli/src/prepare/prepare-app.ts';
import type { Account } from '../engines/accounts.ts';
import type { Deployable } from '../engines/bring-about.ts';

const cli = join(import.meta.dirname, '..', '..', 'packages', 'cli');

/** Replacements in the text of an app's files, by file. */
export type Edits = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A copy of the app of every source with its packages, which can stand in any account. */
export async function everySourceProject(): Promise<string> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'every-source-'));
  for (const name of ['src', 'templates', 'package.json', 'tsconfig.json', 'tankard.config.ts']) {
    await cp(join(cli, 'fixtures', 'every-source', name), join(folder, name), { recursive: true });
  }
  await symlink(join(cli, 'node_modules'), join(folder, 'node_modules'));
  await edit(folder, {
    'src/service.ts': { 'arn:aws:sqs:eu-central-1:123456789012:audit.fifo': 'audit.fifo' },
  });
  return folder;
}

/**
 * Changes a project's files.
 *
 * @throws Error where a text to be replaced is not there.
 */
export async function edit(project: string, edits: Edits): Promise<void> {
  for (const [name, replacements] of Object.entries(edits)) {
    const file = join(project, name);
    let text = await readFile(file, 'utf8');
    for (const [old, fresh] of Object.entries(replacements)) {
      if (!text.includes(old)) throw new Error(`${name} has no '${old}'.`);
      text = text.replaceAll(old, fresh);
    }
    await writeFile(file, text);
  }
}

/** An app that is built, ready to be deployed to an account. */
export async function deployable({ graph, built }: PreparedApp, { target }: Account): Promise<Deployable> {
  const { parameters: found, problems } = await lookUpExisting(graph, target);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
  return { graph, zip: zipsOf(built), parameters: await stageParameters(graph, found) };
}
