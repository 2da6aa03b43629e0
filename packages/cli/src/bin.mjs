#!/usr/bin/env node
import { refusesNode } from './errors/node-version.mjs';

const refusal = refusesNode(process.versions.node);
if (refusal) {
  process.stderr.write(`${refusal}\n`);
  process.exitCode = 1;
} else {
  // Takes 0.3 s off each start after the first: what is compiled is kept in the system's temporary folder.
  const { enableCompileCache } = await import('node:module');
  enableCompileCache();
  const { argv, env, stderr, stdout } = process;
  // So that stacks name the source, from which the chunks that are published are built.
  if (argv.includes('--verbose') || env.TANKARD_DEBUG) process.setSourceMapsEnabled(true);
  // Loaded only now: an older Node can't read it, in a checkout because it is TypeScript.
  const { main } = await import('./main.ts');
  // Whoever reads may stop early, as `tankard graph | head` does: the work is done all the same.
  for (const stream of [stdout, stderr]) {
    stream.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  process.exitCode = await main(argv.slice(2), { cwd: process.cwd(), stdout, stderr, env });
}
