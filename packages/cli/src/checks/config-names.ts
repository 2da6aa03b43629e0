import type { Manifest, Problem } from '@tankard/framework/manifest';
import { functionsOf } from '../build/functions.ts';
import type { ResolvedConfig } from '../config/resolved.ts';
import { settingPlace } from '../config/setting-place.ts';
import { nearest } from '../errors/nearest.ts';
import { problem } from '../errors/problem.ts';
import { allParameters } from '../graph/parameters.ts';

/** Names in the configuration that the app does not have. */
export function checkConfigNames(manifest: Manifest, config: ResolvedConfig): readonly Problem[] {
  const functions = functionsOf(manifest).map(({ name }) => name);
  const parameters = allParameters(manifest).map(({ name }) => name);
  return [
    ...unknown(config.functions, functions).map((name) =>
      problem('CONFIG_FUNCTION_UNKNOWN', {
        message: `The configuration has settings for the function '${name}', which the app does not have.`,
        place: settingPlace(config, 'functions', name),
        subject: `functions.${name}`,
        remedy: suggestion(name, functions, 'functions'),
      }),
    ),
    ...unknown(config.parameters, parameters).map((name) =>
      problem('CONFIG_PARAMETER_UNKNOWN', {
        message: `A value is given for the parameter '${name}', which the app does not have.`,
        place: settingPlace(config, 'parameters', name),
        subject: `parameters.${name}`,
        remedy: suggestion(name, parameters, 'parameters'),
      }),
    ),
  ];
}

function unknown(given: object, known: readonly string[]): readonly string[] {
  return Object.keys(given).filter((name) => !known.includes(name));
}

function suggestion(name: string, known: readonly string[], what: string): string {
  const meant = nearest(name, known);
  if (meant !== undefined) return `Did you mean '${meant}'?`;
  return known.length > 0
    ? `The app has the ${what} ${known.join(', ')}.`
    : `The app has no ${what}: remove it.`;
}
