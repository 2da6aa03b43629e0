import type { Problem } from '../errors.ts';
import type { HandlerDeclaration, JsonObject } from '../manifest/types.ts';
import { handlerProblem } from './handler-problem.ts';
import { patternFault } from './patterns.ts';

/** Five without asking AWS for more, ten with. */
const MOST = 10;
const LONGEST = 4096;

/**
 * The filters of an event source mapping.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
 */
export function checkFilters(handler: HandlerDeclaration, filters: readonly JsonObject[]): Problem[] {
  const problems = filters.flatMap((filter) => {
    const fault = patternFault(filter, 'mapping') ?? lengthFault(filter) ?? numberFault(handler, filter);
    return fault ? [invalid(handler, fault)] : [];
  });
  if (filters.length <= MOST) return problems;
  return [
    ...problems,
    invalid(handler, `there are ${filters.length} of them, and Lambda takes ${MOST} at most`),
  ];
}

function invalid(handler: HandlerDeclaration, fault: string): Problem {
  return handlerProblem(
    handler,
    'FILTER_INVALID',
    `Lambda would refuse the filter, or it would never fit: ${fault}.`,
    "Write a pattern such as { body: { kind: ['order'], price: [{ numeric: ['>', 10] }] } }.",
  );
}

function lengthFault(filter: JsonObject): string | undefined {
  const { length } = JSON.stringify(filter);
  return length > LONGEST ? `it is ${length} characters long, and ${LONGEST} are allowed` : undefined;
}

/** In a table's stream a number is text, `{"N": "5"}`. */
function numberFault({ trigger }: HandlerDeclaration, filter: JsonObject): string | undefined {
  if (trigger.source !== 'dynamodb' || !JSON.stringify(filter.dynamodb ?? '').includes('"numeric":'))
    return undefined;
  return "a table's stream holds numbers as text, which 'numeric' never fits; compare with text, as in { N: ['5'] }";
}
