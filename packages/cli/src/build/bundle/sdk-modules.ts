import type { RequestedNames } from './requested-names.ts';
import type { SdkModule } from './sdk-file.ts';
import type { SdkRequests } from './sdk-plugin.ts';

/** The SDK's modules that a function uses, each with the names that the whole app takes of it. */
export function sdkModules(
  paths: readonly string[],
  requests: SdkRequests,
  names: RequestedNames,
): readonly SdkModule[] {
  return paths.map((path) => {
    const wanted = [...(requests.get(path) ?? ['*'])].flatMap((specifier) =>
      specifier === '*' ? ['*'] : [...(names.get(specifier) ?? ['*'])],
    );
    return { path, names: [...new Set(wanted)].toSorted() };
  });
}
