import type { KeptResult } from './result.ts';

/** docs/benchmarks.md: one section a result. */
export function benchmarksPage(results: readonly KeptResult[]): string {
  return `${[
    '# Benchmarks',
    '`npm run bench -- NAME` runs one of these again, writes every run into `bench/results/` and this page from that. The command that is measured is packed and installed by npm, as its users have it. Figures of one machine are not those of another: what counts are the ratios, and each is the median of its runs.',
    ...results.map(section),
  ].join('\n\n')}\n`;
}

function section({ title, about, columns, rows, date, machine, versions }: KeptResult): string {
  const table = [columns, columns.map(() => '---'), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
  const used = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [`## ${title}`, about, table, `${date}, ${machine}; ${used.join(', ')}.`].join('\n\n');
}
