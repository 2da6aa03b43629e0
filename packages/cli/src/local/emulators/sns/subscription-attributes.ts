import { filterPolicy } from '../../patterns/filter-policy.ts';
import { invalid } from './errors.ts';
import type { Attributes, Subscription } from './topic.ts';

const SCOPES = { MessageAttributes: 'attributes', MessageBody: 'body' } as const;

/** https://docs.aws.amazon.com/sns/latest/api/API_SetSubscriptionAttributes.html */
const VALUES: Readonly<Record<string, readonly string[] | undefined>> = {
  FilterPolicy: undefined,
  FilterPolicyScope: Object.keys(SCOPES),
  RawMessageDelivery: ['true', 'false'],
  RedrivePolicy: undefined,
};

/**
 * Attributes as they stand after a change. An empty filter or redrive policy is none.
 *
 * @throws ServiceError InvalidParameter
 */
export function checkSubscriptionAttributes(before: Attributes, change: Attributes): Attributes {
  for (const [name, value] of Object.entries(change)) {
    if (!(name in VALUES))
      throw invalid(`AttributeName: tankard local's SNS has no ${name} of a subscription`);
    const values = VALUES[name];
    if (values && !values.includes(value)) throw invalid(`${name}: must be one of ${values.join(', ')}`);
  }
  const merged = Object.entries({ ...before, ...change });
  const after = Object.fromEntries(merged.filter(([, value]) => value !== '' && value !== '{}'));
  for (const name of ['FilterPolicy', 'RedrivePolicy']) parsed(name, after[name]);
  filterOf({ attributes: after });
  return after;
}

/** Whether a subscription takes a message. */
export function filterOf({ attributes }: Pick<Subscription, 'attributes'>): ReturnType<typeof filterPolicy> {
  const policy = parsed('FilterPolicy', attributes.FilterPolicy);
  if (!policy) return () => true;
  const scope = (attributes.FilterPolicyScope ?? 'MessageAttributes') as keyof typeof SCOPES;
  try {
    return filterPolicy(policy, SCOPES[scope]);
  } catch (error) {
    throw invalid(`FilterPolicy: ${(error as Error).message}`);
  }
}

/** The ARN of the queue for what can't be delivered. */
export function deadLettersOf({ attributes }: Pick<Subscription, 'attributes'>): string | undefined {
  const { deadLetterTargetArn } = (parsed('RedrivePolicy', attributes.RedrivePolicy) ?? {}) as Attributes;
  return deadLetterTargetArn;
}

function parsed(name: string, text: string | undefined): object | undefined {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // It is no JSON at all.
  }
  throw invalid(`${name}: failed to parse JSON`);
}
