import { join } from 'node:path';

/** Where `install-published.mjs` installs both packages as npm does; an app finds its framework there. */
export const publishedPackages = join(import.meta.dirname, '..', '.conformance', 'published', 'node_modules');

/** The command that users run. */
export const publishedCommand = join(publishedPackages, '@tankard', 'cli', 'dist', 'bin.js');
