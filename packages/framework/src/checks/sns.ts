import type { Problem } from '../errors.ts';
import type { HandlerDeclaration, Json, JsonObject, SnsTrigger } from '../manifest/types.ts';
import { handlerProblem } from './handler-problem.ts';
import { patternFault } from './patterns.ts';

const MOST_KEYS = 5;

/** What SNS takes of a handler's filter. */
export function checkSns(handler: HandlerDeclaration<SnsTrigger>): Problem[] {
  const { filter, filterScope } = handler.trigger;
  const fault = filter && filterPolicyFault(filter, filterScope);
  if (!fault) return [];
  return [
    handlerProblem(handler, 'TOPIC_FILTER_INVALID', `SNS would refuse the filter: ${fault}.`, FILTER_REMEDY),
  ];
}

export const FILTER_REMEDY =
  "Write lists of what fits, such as { kind: ['order'] }; filterScope: 'body' looks into the message itself.";

/**
 * What is wrong with a filter policy.
 * @see https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html
 */
export function filterPolicyFault(
  filter: JsonObject,
  scope: SnsTrigger['filterScope'] = 'attributes',
): string | undefined {
  const fault = patternFault(filter, 'sns');
  if (fault) return fault;
  const nested = Object.entries(filter).find(([key, value]) => key !== '$or' && !Array.isArray(value));
  if (scope === 'attributes' && nested) return `attributes are flat, and '${nested[0]}' holds more keys`;
  const keys = keyCount(filter);
  return keys > MOST_KEYS ? `it has ${keys} keys, and ${MOST_KEYS} are allowed` : undefined;
}

/** Only keys with a list of values count. */
function keyCount(filter: JsonObject): number {
  return Object.entries(filter).reduce((count, [key, value]) => count + keysOf(key, value), 0);
}

function keysOf(key: string, value: Json): number {
  if (key === '$or' && Array.isArray(value)) {
    return (value as readonly JsonObject[]).reduce((count, pattern) => count + keyCount(pattern), 0);
  }
  return Array.isArray(value) ? 1 : keyCount(value as JsonObject);
}
