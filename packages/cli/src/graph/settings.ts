import type { FunctionConfig, LogLevel, VpcConfig } from '@tankard/framework/config';
import type { FunctionSettings } from '@tankard/framework/manifest';
import { DEFAULTS } from '@tankard/framework/rules';
import { type FunctionSpec, isStreaming } from '../build/functions.ts';
import type { ResolvedConfig } from '../config/resolved.ts';

/** What holds for one function in AWS, with nothing left to default; its permissions are read by `policy/`. */
export interface Settings {
  readonly description?: string | undefined;
  /** MB. */
  readonly memory: number;
  /** Seconds. */
  readonly timeout: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly reservedConcurrency?: number | undefined;
  readonly architecture: 'arm64' | 'x86_64';
  readonly logLevel: LogLevel;
  /** Days. */
  readonly logRetention: number;
  readonly tracing: boolean;
  readonly vpc?: VpcConfig | undefined;
}

/**
 * Merges what is said of a function: the stage's `functions` over the code over the stage's
 * `defaults` over our own. Handlers that share a function give it the largest of their memories and timeouts.
 * A default timeout is cut to what API Gateway waits for where the function serves routes, of HTTP or of WebSockets, and does
 * not stream; one that is said of the function itself is not, and a check refuses it.
 */
export function settingsOf(spec: FunctionSpec, config: ResolvedConfig): Settings {
  const code = spec.handlers.map(({ settings }) => settings);
  const own: FunctionConfig = config.functions[spec.name] ?? {};
  const general = config.defaults;
  const routes = spec.handlers.some(({ trigger }) => ['route', 'websocket'].includes(trigger.source));
  const cut = routes && !isStreaming(spec, config.api);
  const timeout = general.timeout ?? DEFAULTS.timeout;
  return {
    description:
      own.description ?? code.find(({ description }) => description)?.description ?? general.description,
    memory: own.memory ?? largest(code, 'memory') ?? general.memory ?? DEFAULTS.memory,
    timeout:
      own.timeout ?? largest(code, 'timeout') ?? (cut ? Math.min(timeout, DEFAULTS.routeTimeout) : timeout),
    environment: Object.assign(
      {},
      general.environment,
      ...code.map(({ environment }) => environment),
      own.environment,
    ),
    reservedConcurrency:
      own.reservedConcurrency ?? largest(code, 'reservedConcurrency') ?? general.reservedConcurrency,
    architecture: own.architecture ?? general.architecture ?? DEFAULTS.architecture,
    logLevel: own.logLevel ?? general.logLevel ?? DEFAULTS.logLevel,
    logRetention: own.logRetention ?? general.logRetention ?? DEFAULTS.logRetention,
    tracing: own.tracing ?? general.tracing ?? false,
    vpc: (own.vpc ?? general.vpc) || undefined,
  };
}

function largest(
  settings: readonly FunctionSettings[],
  key: 'memory' | 'timeout' | 'reservedConcurrency',
): number | undefined {
  const given = settings.map((setting) => setting[key]).filter((value) => value !== undefined);
  return given.length > 0 ? Math.max(...given) : undefined;
}
