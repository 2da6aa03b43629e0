import type { FunctionConfig } from '@tankard/framework/config';
import type { ResolvedConfig } from '../../config/resolved.ts';

/** The configuration with this machine's processor, so that external packages with native parts run, and without a name that leads elsewhere. */
export function localConfig(config: ResolvedConfig): ResolvedConfig {
  const architecture = process.arch === 'arm64' ? 'arm64' : 'x86_64';
  const here = (one: FunctionConfig): FunctionConfig => ({ ...one, architecture });
  const functions = Object.entries(config.functions).map(([name, one]) => [name, here(one)]);
  return {
    ...config,
    sdk: 'bundle',
    domain: undefined,
    defaults: here(config.defaults),
    functions: Object.fromEntries(functions),
  };
}
