import { readFileSync } from 'node:fs';

/** The code blocks of one language in one section of the README, in order. */
export function codeBlocks(section: string, language: string): string[] {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const text = readme.split(/^## /m).find((part) => part.startsWith(`${section}\n`)) ?? '';
  return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)]
    .filter(([, of]) => of === language)
    .map(([, , code = '']) => code);
}
