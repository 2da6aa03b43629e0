import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunnableFunction } from './local-function.ts';

/** What a process needs of this machine, and Lambda has too. */
const OF_THE_MACHINE = ['PATH', 'HOME', 'TMPDIR', 'SystemRoot', 'TEMP', 'TMP'];

/**
 * The environment of a function's process: Lambda's own variables and the function's, nothing else of ours.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
 */
export function processEnvironment(
  spec: RunnableFunction,
  runtimeApi: string,
  accessKeyId: string,
): Record<string, string> {
  const machine = OF_THE_MACHINE.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return {
    ...Object.fromEntries(machine),
    // Taken away again by the runtime client: it only makes the start of a process quicker.
    NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache'),
    // No profile of the user's reaches the SDK.
    AWS_CONFIG_FILE: '/nowhere',
    AWS_SHARED_CREDENTIALS_FILE: '/nowhere',
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    ...spec.environment,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: 'local',
    _HANDLER: spec.handler,
    AWS_EXECUTION_ENV: `AWS_Lambda_${spec.runtime}`,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(spec.memory),
    AWS_LAMBDA_FUNCTION_NAME: spec.physicalName,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_FORMAT: 'JSON',
    AWS_LAMBDA_LOG_LEVEL: spec.logLevel,
    AWS_LAMBDA_LOG_GROUP_NAME: spec.logGroup,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    AWS_LAMBDA_RUNTIME_API: runtimeApi,
    ...(spec.folder !== undefined && { LAMBDA_TASK_ROOT: spec.folder }),
  };
}
