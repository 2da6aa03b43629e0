import { join } from 'node:path';

/** Where `install-published.mjs` installs both packages as npm does; an app finds its framework there. */
export const publishedPackages = join(import.meta.dirname, '..', '.conformance', 'published', 'node_modules');

const ownFolder = join(publishedPackages, '@tankard', 'cli');

/** The command that users run. */
export const publishedCommand = join(ownFolder, 'dist', 'bin.js');

/** `bench/package/make.ts`, built as the command is. */
export const publishedMake = join(ownFolder, 'bench', 'make.js');
