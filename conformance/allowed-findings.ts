import type { Finding } from './judges/finding.ts';

/** A finding that is right to stand, and why. One that matches nothing any more fails the suite. */
export interface Allowance {
  readonly judge: Finding['judge'];
  readonly rule: string;
  readonly where?: RegExp | undefined;
  readonly reason: string;
}

export const allowances: readonly Allowance[] = [];

/** The allowance that covers a finding, if one does. */
export function allowanceFor(finding: Finding): Allowance | undefined {
  return allowances.find(
    (allowance) =>
      allowance.judge === finding.judge &&
      allowance.rule === finding.rule &&
      (allowance.where?.test(finding.where) ?? true),
  );
}
