import type { Problem } from '../errors.ts';
import type { FeatureState } from '../feature.ts';
import type { Mount } from '../mount.ts';
import type { Site } from '../registration.ts';
import type { ScopeState } from '../scope.ts';
import type { codes } from './codes.ts';
import { shown } from './handler-problem.ts';

/** An app, and every feature that is mounted in it. */
export function scopesOf(app: ScopeState): readonly ScopeState[] {
  return [app, ...mountsIn(app).map(({ feature }) => feature)];
}

/**
 * Every feature is mounted once, under a prefix that a path can have, and no two are called the same.
 *
 * @param made all that were made while the command loaded the app; none elsewhere, where nobody knows of them
 */
export function checkFeatures(app: ScopeState, made: readonly FeatureState[]): Problem[] {
  const mounts = mountsIn(app);
  const known = new Set(mounts.map(({ feature }) => feature));
  const all = [app, ...known, ...made].flatMap((scope) => scope.mounts);
  return [
    ...[...new Set(all)].flatMap(checkMount),
    ...checkNames(mounts),
    ...made.filter((feature) => !known.has(feature)).map(unmounted),
  ];
}

/** Those that were followed, from the outside in. */
function mountsIn({ mounts }: ScopeState): readonly Mount[] {
  const followed = mounts.filter(({ refused }) => !refused);
  return followed.flatMap((mount) => [mount, ...mountsIn(mount.feature)]);
}

function checkMount(mount: Mount): Problem[] {
  const { feature, prefix, place, refused } = mount;
  if (refused === 'circle') {
    const message = `The feature '${feature.name}' is mounted in itself, or in one that is mounted in it.`;
    return [problem(place, 'FEATURE_CIRCLE', message, 'Mount it in the app, or in a feature beside it.')];
  }
  if (refused === 'twice') {
    const message = `The feature '${feature.name}' is mounted in two places.`;
    const remedy =
      'Mount it once: a handler is one function. For a second one, make it in a function that gives a new Feature each time.';
    return [problem(place, 'FEATURE_MOUNTED_TWICE', message, remedy)];
  }
  if (/^(?:\/|(?:\/[^/]+)*)$/.test(prefix)) return [];
  const message = `The feature '${feature.name}' is mounted under '${prefix}'.`;
  return [problem(place, 'FEATURE_PREFIX', message, "Write '/users': a slash in front and none at the end.")];
}

function checkNames(mounts: readonly Mount[]): Problem[] {
  const first = new Map<string, Mount>();
  return mounts.flatMap((mount) => {
    const { name } = mount.feature;
    const other = first.get(name);
    if (!other) first.set(name, mount);
    if (!other) return [];
    const message = `Two features are called '${name}': mounted at ${shown(mount.place)} and at ${shown(other.place)}.`;
    return [problem(mount.place, 'FEATURE_NAME_TWICE', message, 'Give one of them another name.')];
  });
}

function unmounted({ name, registrations, noted }: FeatureState): Problem {
  const [first] = [...registrations, ...[...noted.values()].flat()];
  const message = `The feature '${name}' is mounted nowhere, so that none of its handlers is one of the app.`;
  const remedy = "Write app.mount('/users', users), or take the feature away.";
  return problem(first?.place, 'FEATURE_UNMOUNTED', message, remedy);
}

function problem(
  place: Site | undefined,
  code: keyof typeof codes,
  message: string,
  remedy: string,
): Problem {
  return { code, severity: 'error', message, place: place && { file: place.file, line: place.line }, remedy };
}
