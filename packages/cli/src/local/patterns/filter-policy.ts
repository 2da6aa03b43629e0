import type { MessageAttribute } from '../targets/targets.ts';
import { eventPattern } from './event-pattern.ts';

/** A message as a topic's subscriptions see it. */
export interface FilteredMessage {
  readonly body: string;
  readonly attributes?: Readonly<Record<string, MessageAttribute>> | undefined;
}

/**
 * The filter policy of a subscription: by the message's attributes, or by its body, which then must be a JSON object.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-message-filtering-scope.html
 */
export function filterPolicy(
  policy: object,
  scope: 'attributes' | 'body',
): (message: FilteredMessage) => boolean {
  const matches = eventPattern(policy);
  if (scope === 'attributes') return ({ attributes = {} }) => matches(valuesOf(attributes));
  return ({ body }) => {
    const parsed = parse(body);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) && matches(parsed);
  };
}

/** Attributes of other types, such as Binary, are not looked at: https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html */
function valuesOf(attributes: Readonly<Record<string, MessageAttribute>>): object {
  const values = Object.entries(attributes).map(([name, attribute]) => [name, readAttribute(attribute)]);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

function readAttribute({ DataType, StringValue = '' }: MessageAttribute): unknown {
  if (DataType === 'String') return StringValue;
  if (DataType === 'Number') return Number(StringValue);
  const list = DataType === 'String.Array' ? parse(StringValue) : undefined;
  return Array.isArray(list) ? list : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
