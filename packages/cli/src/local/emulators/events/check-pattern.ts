import type { JsonObject } from '@tankard/framework/manifest';
import { patternFault } from '@tankard/framework/rules';
import { ServiceError } from '../../endpoint/service-error.ts';

/**
 * A pattern as an object, once it is one that EventBridge takes.
 *
 * @throws ServiceError InvalidEventPatternException
 */
export function checkedPattern(text: string): JsonObject {
  const refuse = (reason: string) =>
    new ServiceError('InvalidEventPatternException', `Event pattern is not valid. Reason: ${reason}`);
  let pattern: JsonObject;
  try {
    pattern = JSON.parse(text);
  } catch {
    throw refuse('it is no JSON');
  }
  const fault = patternFault(pattern, 'bus');
  if (fault) throw refuse(fault);
  return pattern;
}
