import { existsSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package of the command: `src` or `dist` is below it. */
const ownPackage = fileURLToPath(new URL('../../..', import.meta.url));

/** The files of a new project. */
export const TEMPLATE = join(ownPackage, 'templates', 'app');

/** What stands in the place of `{{key}}` in a template's files. */
export interface TemplateValues {
  readonly name: string;
  /** The version, or the place, of each of our packages. */
  readonly framework: string;
  readonly cli: string;
  /** How the project's packages are installed. */
  readonly install: string;
}

/**
 * A project made by an installed command asks for its own version. One made in a checkout of Tankard
 * is linked to it; only pnpm can do so without installing anything into the checkout.
 */
export function templateValues(name: string): TemplateValues {
  const framework = join(ownPackage, '..', 'framework');
  const installed = ownPackage.split(sep).includes('node_modules') || !existsSync(framework);
  if (!installed) {
    return {
      name,
      framework: `link:${framework}`,
      cli: `link:${ownPackage.replace(/[\\/]$/, '')}`,
      install: 'npx pnpm install',
    };
  }
  const { version }: { version: string } = JSON.parse(readFileSync(join(ownPackage, 'package.json'), 'utf8'));
  return { name, framework: version, cli: version, install: 'npm install' };
}
