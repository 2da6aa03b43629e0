import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installed } from '../environment.ts';
import type { Finding } from './finding.ts';

/** parliament's findings on IAM policies whose intrinsics are resolved. */
export function parliament(policies: Readonly<Record<string, unknown>>): readonly Finding[] {
  const python = join(installed('VALIDATORS'), 'bin', 'python');
  const script = join(import.meta.dirname, '..', 'python', 'judge_policies.py');
  const done = spawnSync(python, [script], { input: JSON.stringify(policies), encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`parliament failed: ${done.stderr}`);
  const findings = JSON.parse(done.stdout) as readonly Record<
    'policy' | 'issue' | 'detail' | 'location',
    string
  >[];
  return findings.map(({ policy, issue, detail, location }) => ({
    judge: 'parliament',
    rule: issue,
    severity: 'finding',
    where: policy,
    message: `${detail} ${location}`,
  }));
}
