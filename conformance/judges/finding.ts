/** What a judge objects to. */
export interface Finding {
  readonly judge: 'cfn-lint' | 'template-rules' | 'parliament';
  readonly rule: string;
  readonly severity: string;
  /** The path in the template, or the policy's name. */
  readonly where: string;
  readonly message: string;
}
