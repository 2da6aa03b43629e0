import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extraRightFor, extraRights } from './extra-rights.ts';
import { refusalFor, refusedAnyway } from './refused-anyway.ts';
import type { TakenRight } from './take-away.ts';

/** What was found of one app. */
export interface AppRights {
  readonly app: string;
  readonly functions: number;
  /** The functions that were refused a call with all that their roles allow. */
  readonly refused: readonly string[];
  readonly taken: readonly TakenRight[];
}

const here = join(import.meta.dirname, '..');

/** Writes `results/least-privilege.md`. */
export function keepResult(results: readonly AppRights[]): void {
  mkdirSync(join(here, 'results'), { recursive: true });
  writeFileSync(join(here, 'results', 'least-privilege.md'), page(results));
}

function page(results: readonly AppRights[]): string {
  const taken = results.flatMap((result) => result.taken);
  const refused = results.flatMap((result) => result.refused);
  const ministack = readFileSync(join(here, 'python', 'ministack.txt'), 'utf8')
    .trim()
    .replace(/.*==/, '');
  return `${[
    '# Least privilege, on an engine that refuses the rest',
    `\`npm run conformance -- --full rights\`, ${new Date().toISOString().slice(0, 10)}, MiniStack ${ministack} with \`AUTH=true\`. Every app was deployed with the policies that are derived from its code. From each role one right at a time, an action on a resource, was taken away, and what the function serves was tried. A right is needed where that failed.`,
    table(
      [
        'App',
        'Functions',
        'Missing',
        'Rights tried',
        'Needed',
        'The engine does not ask',
        'Not led to',
        'Wider than needed',
        'Functions not judged',
      ],
      results.map(rowOf),
    ),
    'Where the engine asks in other words than AWS, the policy says it in those too (`rights/as-the-engine-asks.ts`). It does not see from whom a mail comes: that a role may send was tried, that it may send from one address only was not.',
    '## Extra',
    table(
      ['Rights', 'Kind', 'Why'],
      extraRights.map((extra) => [
        String(taken.filter((one) => !one.needed && extraRightFor(one) === extra).length),
        extra.kind,
        extra.reason,
      ]),
    ),
    '## Not judged',
    table(
      ['Functions', 'Why'],
      refusedAnyway.map((entry) => [
        refused.filter((name) => refusalFor(name) === entry).join(', '),
        entry.reason,
      ]),
    ),
  ].join('\n\n')}\n`;
}

function rowOf({ app, functions, refused, taken }: AppRights): readonly string[] {
  const extra = taken.filter(({ needed }) => !needed).map(extraRightFor);
  const kinds = (['engine', 'not led to', 'wider'] as const).map(
    (kind) => extra.filter((reason) => reason?.kind === kind).length,
  );
  const missing = refused.filter((name) => !refusalFor(name)).length;
  const counts = [functions, missing, taken.length, taken.length - extra.length, ...kinds];
  return [app, ...counts.map(String), String(refused.length)];
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
