import type { Place, Problem } from '@tankard/framework/manifest';
import { type FunctionSpec, isStreaming } from '../build/functions.ts';
import type { ResolvedConfig } from '../config/resolved.ts';
import { settingPlace } from '../config/setting-place.ts';
import { problem } from '../errors/problem.ts';
import type { Settings } from '../graph/settings.ts';
import { checkVariable } from './variables.ts';

/** A function with its settings merged. */
export interface SetFunction {
  readonly spec: FunctionSpec;
  readonly settings: Settings;
}

/** Days that CloudWatch Logs knows. https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const RETENTIONS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/**
 * Seconds that every type of API waits for an answer with room to spare.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
 */
const API_SECONDS = 29;

/** What is wrong with one function's settings, whoever made them. */
export function checkFunction({ spec, settings }: SetFunction, config: ResolvedConfig): readonly Problem[] {
  const placeOf: PlaceOf = (...keys) =>
    settingPlace(config, 'functions', spec.name, ...keys) ?? settingPlace(config, 'defaults', ...keys);
  return [
    ...checkRetention(spec, settings, placeOf),
    ...(isStreaming(spec, config.api) ? [] : checkTimeout(spec, settings, placeOf)),
    ...Object.keys(settings.environment).flatMap((variable) =>
      checkVariable(spec, variable, variablePlace(spec, variable, placeOf)),
    ),
  ];
}

/** Where the configuration says a setting of the function, if it does. */
type PlaceOf = (...keys: readonly string[]) => Place | undefined;

/** An environment is merged by variable: the code's own stands in the code. */
function variablePlace({ handlers }: FunctionSpec, variable: string, placeOf: PlaceOf): Place | undefined {
  const inCode = handlers.find(({ settings }) => settings.environment && variable in settings.environment);
  return inCode?.place ?? placeOf('environment', variable) ?? handlers[0]?.place;
}

function checkRetention(
  { name, handlers }: FunctionSpec,
  { logRetention }: Settings,
  placeOf: PlaceOf,
): readonly Problem[] {
  if (RETENTIONS.includes(logRetention)) return [];
  const longer = RETENTIONS.find((days) => days > logRetention);
  return [
    problem('LOG_RETENTION', {
      message: `The logs of '${name}' are to be kept for ${logRetention} days, which CloudWatch Logs does not offer.`,
      place: placeOf('logRetention') ?? handlers[0]?.place,
      subject: name,
      remedy: `Write logRetention: ${longer ?? RETENTIONS.at(-1)}; allowed are ${RETENTIONS.join(', ')}.`,
    }),
  ];
}

/** A timeout in the code is the framework's to refuse, but for that of a stream, which another target would wait for. */
function checkTimeout(
  { name, handlers }: FunctionSpec,
  { timeout }: Settings,
  placeOf: PlaceOf,
): readonly Problem[] {
  const routes = handlers.filter(({ trigger }) => ['route', 'websocket'].includes(trigger.source));
  const streams = routes.some(({ trigger }) => trigger.source === 'route' && trigger.stream);
  const inCode = routes.some(({ settings }) => (settings.timeout ?? 0) > API_SECONDS) && !streams;
  if (routes.length === 0 || timeout <= API_SECONDS || inCode) return [];
  return [
    problem('API_TIMEOUT', {
      message: `The function '${name}' serves routes and may run for ${timeout} seconds; API Gateway answers for it after ${API_SECONDS}.`,
      place: placeOf('timeout') ?? routes[0]?.place,
      subject: `functions.${name}.timeout`,
      remedy: streams
        ? `Serve the app by what waits for streams, a REST API (api: 'rest') or a function URL (api: 'function-url'), or set at most ${API_SECONDS} seconds.`
        : `Set at most ${API_SECONDS} seconds, or hand the work to a queue and answer at once.`,
    }),
  ];
}
