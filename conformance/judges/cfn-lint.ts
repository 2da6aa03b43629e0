import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installed } from '../environment.ts';
import type { Finding } from './finding.ts';

interface CfnLintMatch {
  readonly Level: string;
  readonly Message: string;
  readonly Rule: { readonly Id: string };
  readonly Location: { readonly Path: readonly (string | number)[] | null };
}

/** cfn-lint's findings on a template; it knows SAM and translates it by itself. */
export function cfnLint(template: string): readonly Finding[] {
  const lint = spawnSync(
    join(installed('VALIDATORS'), 'bin', 'cfn-lint'),
    ['--format', 'json', '--regions', 'us-east-1', '--template', template],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  if (lint.stdout.trim() === '') throw new Error(`cfn-lint said nothing on ${template}: ${lint.stderr}`);
  const matches = JSON.parse(lint.stdout) as readonly CfnLintMatch[];
  return matches.map((match) => ({
    judge: 'cfn-lint',
    rule: match.Rule.Id,
    severity: match.Level,
    where: (match.Location.Path ?? []).join('/'),
    message: match.Message,
  }));
}
