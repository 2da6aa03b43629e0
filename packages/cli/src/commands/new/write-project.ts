import { existsSync, readdirSync, statSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { TankardError } from '@tankard/framework/errors';
import { makeFolder } from '../../build/make-folder.ts';
import { problem } from '../../errors/problem.ts';
import type { TemplateValues } from './template-values.ts';

/**
 * Copies templates into a folder that is absent or empty, all of them or nothing. Gives the paths of
 * the files, sorted.
 *
 * @throws TankardError NEW_FOLDER_NOT_EMPTY, OUTPUT_NOT_WRITABLE.
 */
export async function writeProject(
  templates: readonly string[],
  folder: string,
  values: TemplateValues,
): Promise<readonly string[]> {
  if (entries(folder).length > 0) throw new TankardError([notEmpty(folder)]);
  const files = (await Promise.all(templates.map(filesIn))).flat();
  let made: string | undefined;
  try {
    await makeFolder(dirname(folder));
    made = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
    const contents = new Map(Object.entries(values.files));
    for (const { file, name } of files) {
      const path = targetOf(name);
      const text = filled(await readFile(file, 'utf8'), values.words);
      contents.set(path, path === 'package.json' ? withPackages(text, values.devDependencies) : text);
    }
    for (const [path, text] of contents) {
      await makeFolder(dirname(join(made, path)));
      await writeFile(join(made, path), text);
    }
    // A temporary folder is its maker's alone; a project is as open as any other folder.
    await chmod(made, 0o777 & ~process.umask());
    await rename(made, folder);
    return [...contents.keys()].sort();
  } catch (thrown) {
    if (made) await rm(made, { recursive: true, force: true });
    throw new TankardError([notWritable(folder, thrown)]);
  }
}

async function filesIn(template: string) {
  const entriesOfTemplate = await readdir(template, { recursive: true, withFileTypes: true });
  return entriesOfTemplate
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ file, name: file.slice(template.length + 1) }));
}

// npm leaves every .gitignore out of what it publishes, so the template has it under another name.
const targetOf = (path: string) =>
  basename(path) === 'gitignore' ? join(dirname(path), '.gitignore') : path;

function withPackages(manifest: string, more: TemplateValues['devDependencies']): string {
  const { devDependencies, ...rest } = JSON.parse(manifest);
  const sorted = Object.entries({ ...devDependencies, ...more }).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ ...rest, devDependencies: Object.fromEntries(sorted) }, null, 2)}\n`;
}

function filled(text: string, words: TemplateValues['words']): string {
  return Object.entries(words).reduce((so, [key, value]) => so.replaceAll(`{{${key}}}`, value), text);
}

/** What is in the folder's way: its entries, or the file that stands in its place. */
function entries(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return statSync(folder).isDirectory() ? readdirSync(folder) : [folder];
}

const notEmpty = (folder: string) =>
  problem('NEW_FOLDER_NOT_EMPTY', {
    message: `'${folder}' is there already and is not an empty folder.`,
    remedy: 'Choose another name, or give --project a folder that is absent or empty.',
  });

const notWritable = (folder: string, thrown: unknown) =>
  problem('OUTPUT_NOT_WRITABLE', {
    message: `'${folder}' cannot be written: ${thrown instanceof Error ? thrown.message : String(thrown)}.`,
    remedy: 'Choose a folder that you may write to.',
  });
