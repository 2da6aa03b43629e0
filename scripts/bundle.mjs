// What is left of `npm run build` when the compiler has written the declarations. A program of its own, because it takes the Node that comes from npm.
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { bundleDeclarations } from './bundle-declarations.mjs';
import { bundlePackages } from './bundle-packages.mjs';
import { root } from './process.mjs';

await bundlePackages();
for (const name of ['framework', 'cli']) await bundleDeclarations(name);
chmodSync(join(root, 'packages', 'cli', 'dist', 'bin.js'), 0o755);
