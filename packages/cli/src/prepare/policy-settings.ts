import type { FunctionConfig } from '@tankard/framework/config';
import type { FunctionSpec } from '../build/functions.ts';
import type { ResolvedConfig } from '../config/resolved.ts';

/**
 * What the configuration says of a function's policy. Permissions add up. `grants` of the function
 * wins over its code, and the code over `grants` of the stage's defaults.
 */
export function policySettings(
  { name, handlers }: FunctionSpec,
  { defaults, functions }: Pick<ResolvedConfig, 'defaults' | 'functions'>,
): Pick<FunctionConfig, 'permissions' | 'grants'> {
  const own = functions[name] ?? {};
  const codeSays = handlers.some(({ settings }) => settings.grants);
  return {
    permissions: [...(defaults.permissions ?? []), ...(own.permissions ?? [])],
    grants: own.grants ?? (codeSays ? undefined : defaults.grants),
  };
}
