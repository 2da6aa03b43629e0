import { mkdirSync, mkdtempSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publishedPackages } from '../published.ts';

/** What the function of a number answers to an id. */
export const answerOf = (index: number, id: string) => `${index}: Hello ${id}!`;

/**
 * Writes a project of plain functions.
 *
 * @param files - whether each stands in a file of its own
 * @returns its folder
 */
export function writeApp(functions: number, files: 'a file each' | 'one file'): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'tankard-package-'));
  mkdirSync(join(folder, 'src'));
  symlinkSync(publishedPackages, join(folder, 'node_modules'));
  const write = (name: string, text: string) => writeFileSync(join(folder, 'src', name), text);
  write('greeting.ts', "export const greet = (id: string) => ['Hello ', id, '!'].join('');\n");
  write('service.ts', "import { App } from '@tankard/framework';\nexport const app = new App('many');\n");
  const all = Array.from({ length: functions }, (_, index) => index);
  const imports = "import { greet } from './greeting.ts';\nimport { app } from './service.ts';\n";
  if (files === 'one file') write('all.ts', imports + all.map(handlerOf).join(''));
  else for (const index of all) write(`f${index}.ts`, imports + handlerOf(index));
  const names = files === 'one file' ? ['all'] : all.map((index) => `f${index}`);
  const list = names.map((name) => `import './${name}.ts';\n`).join('');
  write('app.ts', `export { app } from './service.ts';\n${list}`);
  for (const index of all) write(`bare-${index}.ts`, bareHandlerOf(index));
  return folder;
}

/** Changes what one function answers to nobody. */
export function changeOne(folder: string, files: 'a file each' | 'one file', round: number): void {
  const name = files === 'one file' ? 'all.ts' : 'f0.ts';
  const path = join(folder, 'src', name);
  writeFileSync(path, readFileSync(path, 'utf8').replace(/'nobody[^']*'/, `'nobody ${round}'`));
}

const handlerOf = (index: number) => `
export const f${index} = app.lambda(async (event: { id: string }) => {
  if (event.id === '') return 'nobody';
  return \`${index}: \${greet(event.id)}\`;
});
`;

/** The same without a framework, for the floor. */
const bareHandlerOf = (index: number) => `import { greet } from './greeting.ts';
export const handler = async (event: { id: string }) => {
  if (event.id === '') return 'nobody';
  return \`${index}: \${greet(event.id)}\`;
};
`;
