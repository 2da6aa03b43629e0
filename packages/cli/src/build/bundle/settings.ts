import { DEFAULTS } from '@tankard/framework/rules';
import type { ResolvedConfig } from '../../config/resolved.ts';

/** What the configuration says of how one function is built. */
export interface FunctionBuild {
  readonly function: string;
  readonly architecture: 'arm64' | 'x86_64';
  /** Packages that are copied. */
  readonly external: readonly string[];
  /** Globs relative to the project. */
  readonly assets: readonly string[];
  /** Parts of the framework that the configuration uses and the code need not name. */
  readonly told: readonly string[];
}

/** Settings of one function; what is said for the function wins, lists of both add up. */
export function settingsOf(
  config: Pick<ResolvedConfig, 'cors' | 'defaults' | 'functions'>,
  name: string,
): FunctionBuild {
  const all = config.defaults;
  const own = config.functions[name] ?? {};
  return {
    function: name,
    architecture: own.architecture ?? all.architecture ?? DEFAULTS.architecture,
    external: [...new Set([...(all.external ?? []), ...(own.external ?? [])])],
    assets: [...new Set([...(all.assets ?? []), ...(own.assets ?? [])])],
    told: config.cors === undefined ? [] : ['CORS', 'HEADERS'],
  };
}
