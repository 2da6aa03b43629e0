import type { Problem } from '../errors.ts';
import type { EventTrigger, HandlerDeclaration } from '../manifest/types.ts';
import { handlerProblem } from './handler-problem.ts';
import { patternFault } from './patterns.ts';

/** @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html */
const LONGEST = 4096;

/** What EventBridge takes of a rule. */
export function checkEvent(handler: HandlerDeclaration<EventTrigger>): Problem[] {
  const { pattern } = handler.trigger;
  const { length } = JSON.stringify(pattern);
  const fault =
    patternFault(pattern, 'bus') ??
    (length > LONGEST ? `it is ${length} characters long, and ${LONGEST} are allowed` : undefined);
  if (!fault) return [];
  return [
    handlerProblem(
      handler,
      'EVENT_PATTERN_INVALID',
      `EventBridge would refuse the pattern: ${fault}.`,
      "Write lists of what fits, such as { source: ['aws.ec2'], detail: { state: ['running'] } }.",
    ),
  ];
}
