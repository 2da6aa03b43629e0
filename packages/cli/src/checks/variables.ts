import type { Place, Problem } from '@tankard/framework/manifest';
import type { FunctionSpec } from '../build/functions.ts';
import { problem } from '../errors/problem.ts';

/** Lambda sets these and refuses others' values. https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html */
const RESERVED = new Set([
  'AWS_ACCESS_KEY',
  'AWS_ACCESS_KEY_ID',
  'AWS_DEFAULT_REGION',
  'AWS_EXECUTION_ENV',
  'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
  'AWS_LAMBDA_FUNCTION_NAME',
  'AWS_LAMBDA_FUNCTION_VERSION',
  'AWS_LAMBDA_INITIALIZATION_TYPE',
  'AWS_LAMBDA_LOG_GROUP_NAME',
  'AWS_LAMBDA_LOG_STREAM_NAME',
  'AWS_LAMBDA_RUNTIME_API',
  'AWS_REGION',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'LAMBDA_RUNTIME_DIR',
  'LAMBDA_TASK_ROOT',
  '_HANDLER',
  '_X_AMZN_TRACE_ID',
]);

/** At least two characters: Lambda refuses `A`. */
const NAME = /^[A-Za-z][A-Za-z0-9_]+$/;

/** Whether Lambda takes a variable of this name. */
export function checkVariable(
  { name }: FunctionSpec,
  variable: string,
  place: Place | undefined,
): readonly Problem[] {
  const about = { place, subject: `${name}.environment.${variable}` };
  if (RESERVED.has(variable)) {
    return [
      problem('ENVIRONMENT_RESERVED', {
        ...about,
        message: `The environment of '${name}' sets ${variable}, which Lambda sets itself.`,
        remedy: `Use another name, such as APP_${variable.replace(/^_+/, '')}.`,
      }),
    ];
  }
  if (NAME.test(variable)) return [];
  return [
    problem('ENVIRONMENT_NAME', {
      ...about,
      message: `The environment of '${name}' has the variable '${variable}', a name that Lambda refuses.`,
      remedy: 'Use letters, digits and underscores, at least two, and begin with a letter.',
    }),
  ];
}
