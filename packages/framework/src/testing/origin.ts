/** The account that test events come from. */
export const ACCOUNT = '000000000000';

/** The region that test events come from. */
export const REGION = 'us-east-1';

/** An ARN in the test account. */
export function testArn(service: string, resource: string): string {
  return `arn:aws:${service}:${REGION}:${ACCOUNT}:${resource}`;
}

/** The ARN of what a handler was declared with: a resource of the app, or a name or ARN. */
export function targetArn(service: string, target: { readonly id: string } | string, prefix = ''): string {
  if (typeof target !== 'string') return testArn(service, prefix + target.id);
  return target.startsWith('arn:') ? target : testArn(service, prefix + target);
}

/** What was given as text: strings as they are, anything else as JSON. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
