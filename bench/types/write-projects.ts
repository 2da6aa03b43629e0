import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { declaredFramework } from '../../scripts/declared-framework.mjs';
import { callOf, REFUSED_CALLS, REFUSED_HANDLERS } from './calls.ts';
import { type Knows, routeOf } from './routes.ts';

/** What is checked, each a project of its own. */
export const PROJECTS = {
  anything: 'handlers that take anything',
  'by-hand': 'the same, each validates what it gets',
  routes: 'the same, as routes',
  calls: 'routes, and calls of anything',
  client: 'routes, and calls of a client',
} as const;

export type Project = keyof typeof PROJECTS;

export const ROUTES = 200;
const A_FILE = 20;
const root = join(import.meta.dirname, '..', '..');

/**
 * Writes the projects, with the framework as npm would install it: declarations, not sources.
 *
 * @returns their folder; each stands under its name
 */
export async function writeProjects(): Promise<string> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'tankard-types-'));
  const modules = join(folder, 'node_modules');
  await declaredFramework(modules);
  symlinkSync(join(root, 'packages', 'framework', 'node_modules', 'zod'), join(modules, 'zod'));
  for (const project of Object.keys(PROJECTS) as Project[]) {
    mkdirSync(join(folder, project));
    for (const [name, text] of Object.entries(filesOf(project)))
      writeFileSync(join(folder, project, name), text);
  }
  return folder;
}

/** Adds what has to be refused to the last of them, which has everything. */
export function writeRefused(folder: string): void {
  const text = HANDLERS + CALLS + REFUSED_HANDLERS + REFUSED_CALLS;
  writeFileSync(join(folder, 'client', 'refused.ts'), text);
}

const files = Array.from({ length: ROUTES / A_FILE }, (_, file) => file);
const indexes = (file: number) => Array.from({ length: A_FILE }, (_, index) => file * A_FILE + index);

const KNOWS: Partial<Record<Project, Knows>> = { anything: 'nothing', 'by-hand': 'by hand' };

function filesOf(project: Project): Readonly<Record<string, string>> {
  const knows = KNOWS[project] ?? 'from its route';
  const calls = project === 'calls' || project === 'client';
  const handlers = files.map((file) => [
    `routes${file}.ts`,
    HANDLERS +
      indexes(file)
        .map((index) => routeOf(index, knows))
        .join(''),
  ]);
  return {
    'package.json': '{ "type": "module" }',
    'tsconfig.json': JSON.stringify(configuration),
    'service.ts': knows === 'from its route' ? SERVICE : UNTYPED_SERVICE,
    ...Object.fromEntries(handlers),
    ...(calls && {
      'client.ts': project === 'client' ? CLIENT : UNTYPED_CLIENT,
      ...Object.fromEntries(
        files.map((file) => [`calls${file}.ts`, CALLS + indexes(file).map(callOf).join('')]),
      ),
    }),
  };
}

const HANDLERS = "import * as z from 'zod';\nimport { app, reply } from './service.ts';\n";

const SERVICE = `import { App } from '@tankard/framework';
export { reply } from '@tankard/framework';
export const app = new App('things');
`;

const UNTYPED_SERVICE = `export const app = { route: (...declared: any[]): any => declared };
export const reply = (status: number, body: any): any => ({ status, body });
`;

const CALLS = "import { client } from './client.ts';\n";

const CLIENT = `import { createClient } from '@tankard/framework/client';
${files.map((file) => `import type * as routes${file} from './routes${file}.ts';\n`).join('')}
export const client = createClient<${files.map((file) => `typeof routes${file}`).join(' | ')}>('http://localhost');
`;

const UNTYPED_CLIENT = `export const client = async (route: string, given?: any): Promise<any> => [route, given];
`;

const configuration = {
  extends: join(root, 'tsconfig.base.json'),
  compilerOptions: { typeRoots: [join(root, 'node_modules', '@types')] },
  include: ['*.ts'],
};
