import type { SharedRequests } from './reached.ts';
import type { RequestedNames } from './requested-names.ts';
import type { SharedModule } from './shared-file.ts';

/** The modules that a function uses of a shared file, each with the names that the whole app takes of it. */
export function sharedModules(
  paths: readonly string[],
  requests: SharedRequests,
  names: RequestedNames,
): readonly SharedModule[] {
  return paths.map((path) => {
    const wanted = [...(requests.get(path) ?? ['*'])].flatMap((specifier) =>
      specifier === '*' ? ['*'] : [...(names.get(specifier) ?? ['*'])],
    );
    return { path, names: [...new Set(wanted)].toSorted() };
  });
}
