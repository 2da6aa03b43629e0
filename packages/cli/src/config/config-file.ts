import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { TankardError } from '@tankard/framework/errors';
import { problem } from '../errors/problem.ts';
import { CONFIG_FILES } from './find-project.ts';

/**
 * The absolute path of the project's configuration file, where there is one.
 *
 * @throws TankardError CONFIG_TWICE.
 */
export function configFile(project: string): string | undefined {
  const [file, ...more] = CONFIG_FILES.filter((name) => existsSync(join(project, name)));
  if (file === undefined) return undefined;
  if (more.length === 0) return join(project, file);
  throw new TankardError([
    problem('CONFIG_TWICE', {
      message: `The project has ${[file, ...more].join(' and ')}.`,
      place: { file, line: 1 },
      remedy: 'Keep one of them.',
    }),
  ]);
}
