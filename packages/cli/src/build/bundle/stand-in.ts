import { readFile } from 'node:fs/promises';
import { parseSync } from 'oxc-parser';
import { packageIdentity } from './package-identity.ts';

/** What a bundle asks for a name of a module of the framework, which stands at its head. */
export const FRAMEWORK = '__tankard';

/** What a bundle holds of a module that lies in a file beside it. */
export async function standInBeside(path: string, file: string): Promise<string> {
  return `module.exports = require('${file}').modules[${await keyOf(path)}];`;
}

/**
 * What a bundle holds of a module that stands at its head: each name as a variable of its own. To ask has no effect, so that esbuild
 * drops what the function doesn't use, and it needs none of its helpers, which would take 0.2 ms of each start.
 */
export async function standInAtHead(path: string): Promise<string> {
  const key = await keyOf(path);
  const { staticExports } = parseSync(path, await readFile(path, 'utf8')).module;
  const entries = staticExports.flatMap((one) => one.entries).filter(({ isType }) => !isType);
  return entries
    .flatMap(({ exportName }) => exportName.name ?? [])
    .map((name, index) => {
      const text = JSON.stringify(name);
      return `const v${index} = /* @__PURE__ */ ${FRAMEWORK}(${key}, ${text}); export { v${index} as ${text} };`;
    })
    .join('\n');
}

async function keyOf(path: string): Promise<string> {
  return JSON.stringify(await packageIdentity(path));
}
