import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  apps,
  corpus,
  manifestFile,
  originsApps,
  outputFolder,
  projectFolder,
  streamingApps,
} from './apps.ts';

const tankard = join(import.meta.dirname, '..', 'node_modules', '.bin', 'tankard');

/** Packages every app once, by the command that users type, before any judge starts. */
export function setup(): void {
  for (const app of [...apps, ...originsApps, ...streamingApps, corpus]) {
    const out = outputFolder(app);
    rmSync(out, { recursive: true, force: true });
    execFileSync(
      tankard,
      [
        'package',
        '--project',
        projectFolder(app),
        '--out',
        out,
        '--stage',
        app.stage,
        '--format',
        app.format,
      ],
      { stdio: ['ignore', 'inherit', 'inherit'] },
    );
    writeFileSync(
      manifestFile(app),
      execFileSync(tankard, ['manifest', '--project', projectFolder(app), '--stage', app.stage]),
    );
  }
}
