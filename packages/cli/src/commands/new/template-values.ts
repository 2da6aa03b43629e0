import { existsSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { ownFolder } from '../../own-package.ts';

/** The files of a new project, and those of its workflow on GitHub. */
export const TEMPLATES = {
  app: join(ownFolder, 'templates', 'app'),
  ci: join(ownFolder, 'templates', 'ci'),
} as const;

/** What makes a template into a project. */
export interface TemplateValues {
  /** What stands in the place of `{{key}}` in the template's files. */
  readonly words: {
    readonly name: string;
    /** The version, or the place, of each of our packages. */
    readonly framework: string;
    readonly cli: string;
    /** How the project's packages are installed. */
    readonly install: string;
    /** The same where nothing may differ from the lockfile. */
    readonly installLocked: string;
  };
  /** Packages that the project needs beside those of the template, with their versions. */
  readonly devDependencies: Readonly<Record<string, string>>;
  /** Files that the project needs beside those of the template. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * A project made by an installed command asks for its own version. One made in a checkout of Tankard
 * is linked to it and brings Node along as the checkout does, because the machine's own may be too old to
 * run TypeScript; only pnpm can link without installing anything into the checkout.
 */
export function templateValues(name: string): TemplateValues {
  const framework = join(ownFolder, '..', 'framework');
  if (ownFolder.split(sep).includes('node_modules') || !existsSync(framework)) {
    const { version }: { version: string } = readManifest(ownFolder);
    const words = { name, framework: version, cli: version, install: 'npm install', installLocked: 'npm ci' };
    return { words, devDependencies: {}, files: {} };
  }
  const checkout = join(ownFolder, '..', '..');
  const { devDependencies }: { devDependencies: { node: string } } = readManifest(checkout);
  return {
    words: {
      name,
      framework: `link:${framework}`,
      cli: `link:${ownFolder}`,
      install: 'npx --yes pnpm@12.21.0 install',
      installLocked: 'npx --yes pnpm@12.21.0 install --frozen-lockfile',
    },
    devDependencies: { node: devDependencies.node },
    files: { 'pnpm-workspace.yaml': ALLOW_BUILDS },
  };
}

const ALLOW_BUILDS = `# Packages that may run an install script: Node itself and esbuild's binary.
allowBuilds:
  node: true
  esbuild: true
`;

const readManifest = (folder: string) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
