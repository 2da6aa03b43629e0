import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { measured } from '../measured.ts';
import { writeApp } from '../package/write-app.ts';
import { publishedCommand } from '../published.ts';
import { median } from '../result.ts';
import type { Measure } from './judge.ts';

const root = join(import.meta.dirname, '..', '..');

/** What the command takes of the processor's time beside programs that do the least of the same. */
export function programs(): readonly Measure[] {
  return [
    {
      name: '`tankard --help` beside yargs',
      unit: 'times',
      measure: async () => {
        const [ours, theirs]: [number[], number[]] = [[], []];
        for (let round = 0; round < 5; round += 1) {
          ours.push((await run(publishedCommand, '--help')).nodeCpu);
          theirs.push((await run(join(root, 'bench', 'start', 'bare.mjs'), '--help')).nodeCpu);
        }
        return median(ours) / median(theirs);
      },
    },
    {
      name: '`tankard package` of 100 functions beside esbuild and zips',
      unit: 'times',
      measure: async () => {
        const project = writeApp(100, 'a file each');
        try {
          const ours = await run(
            publishedCommand,
            ...['package', '--project', project, '--out', join(project, 'zips')],
          );
          const bare = join(root, 'bench', 'package', 'bare.mjs');
          return ours.cpu / (await run(bare, project, '100', join(project, 'bare-zips'))).cpu;
        } finally {
          rmSync(project, { recursive: true });
        }
      },
    },
  ];
}

const run = (program: string, ...words: readonly string[]) =>
  measured([process.execPath, program, ...words], { cwd: root, env: {} });
