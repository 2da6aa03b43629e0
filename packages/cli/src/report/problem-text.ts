import type { Problem } from '@tankard/framework/manifest';
import type { Style } from './style.ts';

/** A problem in three lines: code and message, where it stands, and how to mend it. */
export function problemText(problem: Problem, style: Style): string {
  const [sign, paint] = problem.severity === 'error' ? ['✘', style.bad] : ['!', style.warn];
  const lines = [`${paint(`${sign} ${problem.code}`)}  ${problem.message}`];
  const where = whereText(problem);
  if (where) lines.push(style.faint(`  ${where}`));
  lines.push(...problem.remedy.split('\n').map((line) => `  ${line}`));
  return lines.join('\n');
}

/** All problems, the errors last so that they are what remains on the screen. */
export function problemsText(problems: readonly Problem[], style: Style): string {
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  const errors = problems.filter(({ severity }) => severity === 'error');
  return [...warnings, ...errors].map((problem) => `${problemText(problem, style)}\n`).join('\n');
}

function whereText({ place, subject }: Problem): string {
  const at = place ? `at ${place.file}:${place.line}` : '';
  return [at, subject ?? ''].filter(Boolean).join('  ');
}
