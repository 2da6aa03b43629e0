import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The code blocks of one language in one section of a project's README, in order. */
export function codeBlocks(project: string, section: string, language: string): string[] {
  const readme = readFileSync(join(project, 'README.md'), 'utf8');
  const text = readme.split(/^## /m).find((part) => part.startsWith(`${section}\n`)) ?? '';
  return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)]
    .filter(([, of]) => of === language)
    .map(([, , code = '']) => code);
}
