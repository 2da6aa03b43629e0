import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Judged } from './tally.ts';

interface ChaliceStatement {
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
}

/** What Chalice's analyzer gives the Python equivalents of some cases of the corpus. */
export function judgedChalice(written: (handler: string) => ReadonlySet<string>): readonly Judged[] {
  const python = join(process.env.BENCH_CHALICE ?? '', 'bin', 'python');
  const script = join(import.meta.dirname, 'read_chalice.py');
  const printed = execFileSync(python, [script, join(import.meta.dirname, 'chalice')], { encoding: 'utf8' });
  const read = JSON.parse(printed) as Readonly<
    Record<string, { readonly case: string; readonly statements: readonly ChaliceStatement[] }>
  >;
  return Object.values(read).map((app) => {
    // What Chalice gives every function for its log is none of the case's.
    const own = app.statements.filter(({ Action }) => !Action.every((action) => action.startsWith('logs:')));
    const [handler = ''] = app.case.split(':');
    return {
      case: app.case,
      written: written(handler),
      given: new Set(own.flatMap(({ Action }) => Action)),
      onAll: own
        .filter(({ Resource }) => Resource.includes('*'))
        .reduce((count, { Action }) => count + Action.length, 0),
    };
  });
}
