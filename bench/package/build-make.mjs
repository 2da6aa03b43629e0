import { join } from 'node:path';
import { bundleProgram } from '../../scripts/bundle-packages.mjs';
import { root } from '../../scripts/process.mjs';

const ownFolder = join(root, '.conformance', 'published', 'node_modules', '@tankard', 'cli');

/** Builds `make.ts` into the installed command, as that is built. */
export const buildMake = () => bundleProgram(join(import.meta.dirname, 'make.ts'), join(ownFolder, 'bench'));
