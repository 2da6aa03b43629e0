import type { Problem } from '../errors.ts';
import type { HandlerDeclaration } from '../manifest/types.ts';
import { type Bound, boundFaults } from './bounds.ts';
import { handlerProblem } from './handler-problem.ts';

/** https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html */
const LONGEST_DESCRIPTION = 256;

/** A route's longer timeouts are refused as such, see `route-rules.ts`. */
export function checkSettings(handler: HandlerDeclaration): Problem[] {
  const { description = '', memory, timeout, reservedConcurrency, permissions } = handler.settings;
  return [
    ...checkBounds(handler, [
      // https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
      { option: 'memory', value: memory, least: 128, most: 10_240 },
      { option: 'timeout', value: timeout, least: 1, most: 900 },
      { option: 'reservedConcurrency', value: reservedConcurrency, least: 0, most: Number.MAX_SAFE_INTEGER },
    ]),
    ...(description.length > LONGEST_DESCRIPTION
      ? [
          handlerProblem(
            handler,
            'DESCRIPTION_TOO_LONG',
            `The description has ${description.length} characters, and Lambda takes ${LONGEST_DESCRIPTION}.`,
            'Shorten it.',
          ),
        ]
      : []),
    ...(permissions ?? [])
      .filter(({ actions, resources }) => actions.length === 0 || resources.length === 0)
      .map(() =>
        handlerProblem(
          handler,
          'PERMISSION_EMPTY',
          'A permission names no action or no resource, which IAM refuses.',
          "Write for example { actions: ['dynamodb:PutItem'], resources: [subscribers] }.",
        ),
      ),
  ];
}

/** Numbers among a handler's options. */
export function checkBounds(handler: HandlerDeclaration, bounds: readonly Bound[]): Problem[] {
  return boundFaults(bounds).map(({ fault, remedy }) =>
    handlerProblem(handler, 'OPTION_BOUNDS', `${fault}.`, remedy),
  );
}
