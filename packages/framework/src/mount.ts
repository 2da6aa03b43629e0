import type { FeatureState } from './feature.ts';
import { parseRoute, type RoutePattern } from './http/pattern.ts';
import type { Registration, Site } from './registration.ts';
import type { ScopeState } from './scope.ts';

/** A call of `mount`. One that can't be followed is reported when the app is described. */
export interface Mount {
  readonly feature: FeatureState;
  readonly prefix: string;
  readonly place: Site | undefined;
  readonly refused: 'twice' | 'circle' | undefined;
}

/** What a feature is mounted with in a scope with a prefix of its own, if its routes are to stand at `Whole`. */
export type MountPrefix<Own extends string, Whole extends string> = string extends Own | Whole
  ? string
  : Own extends '' | '/'
    ? Whole
    : Whole extends `${Own}${infer Rest}`
      ? Rest extends ''
        ? '/'
        : Rest
      : never;

/** Why a feature can't be mounted in a scope. */
export function refusalOf(feature: FeatureState, into: ScopeState): Mount['refused'] {
  for (let scope: ScopeState | undefined = into; scope; scope = homeOf(scope))
    if (scope === feature) return 'circle';
  return feature.home ? 'twice' : undefined;
}

function homeOf(scope: ScopeState): ScopeState | undefined {
  return 'home' in scope ? (scope as FeatureState).home?.state : undefined;
}

/** Makes a registration one of where its feature is mounted: the route's path gets the prefix, its function the feature's. */
export function moveIn(registration: Registration, feature: FeatureState, prefix: string): void {
  registration.within.unshift(feature);
  const { declaration } = registration;
  if (declaration.source !== 'route') return;
  const { target, options } = declaration;
  registration.declaration = {
    source: 'route',
    target: prefixed(target, prefix),
    options: { ...options, function: options.function ?? feature.options.function },
  };
}

function prefixed(pattern: RoutePattern, prefix: string): RoutePattern {
  if (prefix === '' || prefix === '/') return pattern;
  const { method, path } = parseRoute(pattern);
  return `${method} ${prefix}${path === '/' ? '' : path}` as RoutePattern;
}
