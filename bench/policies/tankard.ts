import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Judged } from './tally.ts';

const command = join(import.meta.dirname, '..', '..', 'node_modules', '.bin', 'tankard');

interface PrintedPolicy {
  readonly function: string;
  readonly statements: readonly {
    readonly actions: readonly string[];
    readonly resources: readonly string[];
  }[];
}

/** What `tankard policy` gives each handler of the corpus. */
export function judgedTankard(
  project: string,
  written: (handler: string) => ReadonlySet<string>,
): readonly Judged[] {
  const printed = execFileSync(command, ['policy', '--project', project, '--json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  const { functions } = JSON.parse(printed) as { readonly functions: readonly PrintedPolicy[] };
  return functions.map(({ function: handler, statements }) => {
    const own = statements.filter(({ actions }) => !actions.every((action) => action.startsWith('logs:')));
    return {
      case: handler,
      written: written(handler),
      given: new Set(own.flatMap(({ actions }) => actions)),
      onAll: own
        .filter(({ resources }) => resources.includes('*'))
        .reduce((count, { actions }) => count + actions.length, 0),
    };
  });
}
