import type { Finding } from './judges/finding.ts';

/** A finding that is right to stand, and why. One that matches nothing any more fails the suite. */
export interface Allowance {
  readonly judge: Finding['judge'];
  readonly rule: string;
  readonly where?: RegExp | undefined;
  readonly message?: RegExp | undefined;
  readonly reason: string;
}

export const allowances: readonly Allowance[] = [
  {
    judge: 'template-rules',
    rule: 'W2509',
    where: /^Existing\w+SecretName/,
    reason: 'The parameter takes the name of a secret that is there, not its value.',
  },
  {
    judge: 'template-rules',
    rule: 'W3694',
    where: /Subscription\/Properties\.Endpoint$/,
    reason:
      'AWS::Serverless::Function becomes a Lambda function; the rule does not know that and is silent on the translated form.',
  },
  {
    judge: 'template-rules',
    rule: 'W9002',
    where: /Permission\/Properties\.SourceArn$/,
    reason:
      'A bucket notifies a function whose permission must be there first: a Ref to the bucket would close a circle.',
  },
  {
    judge: 'template-rules',
    rule: 'W9002',
    where: /\/Properties\.(EventSourceArn|TopicArn)$/,
    reason:
      'The queue, stream or topic is there already: the app names it, and no resource of the template could.',
  },
  {
    judge: 'template-rules',
    rule: 'W9002',
    where: /Domain\/Properties\.CertificateArn$/,
    reason: 'The configuration names a certificate that is there already, by its ARN.',
  },
  {
    judge: 'template-rules',
    rule: 'W9013',
    where: /EdgeDomain$/,
    reason: 'The certificate of the configuration, whose account the template does not choose.',
  },
  {
    judge: 'parliament',
    rule: 'UNKNOWN_CONDITION_FOR_ACTION',
    where: /Role\/\d+$/,
    message: /^Unknown condition lambda:SourceFunctionArn for action ec2:/,
    reason:
      'It stands in every call of a function: https://docs.aws.amazon.com/lambda/latest/dg/permissions-source-function-arn.html',
  },
];

/** The allowance that covers a finding, if one does. */
export function allowanceFor(finding: Finding): Allowance | undefined {
  return allowances.find(
    (allowance) =>
      allowance.judge === finding.judge &&
      allowance.rule === finding.rule &&
      (allowance.where?.test(finding.where) ?? true) &&
      (allowance.message?.test(finding.message) ?? true),
  );
}
