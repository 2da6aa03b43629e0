import { ServiceError } from '../../endpoint/service-error.ts';
import type { EmulatorContext } from '../emulator.ts';
import type { LambdaFunctionFacts } from './lambda-app.ts';

/** `name`, `name:qualifier`, `account:function:name`, or a whole ARN with or without a qualifier. */
const REFERENCE = /^(?:(?:arn:[\w-]+:lambda:[\w-]+:)?\d{12}:function:)?([\w-]+)(?::([\w$-]+))?$/;

/**
 * The function that a call names. There are no versions and aliases here, only `$LATEST`.
 *
 * @throws ServiceError ResourceNotFoundException, InvalidParameterValueException
 */
export function findFunction(
  functions: readonly LambdaFunctionFacts[],
  reference: string,
  qualifier: string | null,
  { region, account }: Pick<EmulatorContext, 'region' | 'account'>,
): LambdaFunctionFacts {
  const [matched, name = '', version = qualifier ?? '$LATEST'] = REFERENCE.exec(reference) ?? [];
  if (matched === undefined)
    throw new ServiceError('InvalidParameterValueException', `'${reference}' is no name of a function.`);
  const found = functions.find(({ physicalName }) => physicalName === name);
  if (found && version === '$LATEST') return found;
  const arn = `arn:aws:lambda:${region}:${account}:function:${name}`;
  const missing = version === '$LATEST' ? arn : `${arn}:${version}`;
  throw new ServiceError('ResourceNotFoundException', `Function not found: ${missing}`, 404);
}
