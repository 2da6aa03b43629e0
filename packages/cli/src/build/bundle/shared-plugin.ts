import { dirname } from 'node:path';
import type { Plugin, PluginBuild } from 'esbuild';
import { packageIdentity } from './package-identity.ts';
import { sharedParts } from './shared-parts.ts';
import { ENTRY_NAMESPACE, SLICE_NAMESPACE } from './slice-plugin.ts';

/** By a module's path: what the project's imports call it, and `*` where a package imports it too. */
export type SharedRequests = Map<string, Set<string>>;

const RESOLVING = 'tankard-resolving';
const OWN: ReadonlySet<string> = new Set([SLICE_NAMESPACE, ENTRY_NAMESPACE]);

/** The namespace of the stand-ins for the modules of a shared file. */
export function sharedNamespace(file: string): string {
  return `tankard-in-${file}`;
}

/**
 * Puts every import of the SDK and the framework off to a file beside the bundle, whoever imports
 * it. Modules are told apart by their resolved path, so that two versions never mix.
 *
 * @param requests - filled with who asks for what
 */
export function sharedPlugin(requests: SharedRequests): Plugin {
  return {
    name: 'tankard-shared',
    setup(build) {
      const resolved = new Map<string, Promise<string | undefined>>();
      for (const { file, imports } of sharedParts) {
        const namespace = sharedNamespace(file);
        build.onResolve({ filter: imports }, async (wanted) => {
          if (wanted.pluginData === RESOLVING) return undefined;
          const key = `${wanted.resolveDir}\0${wanted.path}`;
          const found = resolved.get(key) ?? resolve(build, wanted.path, wanted.resolveDir);
          resolved.set(key, found);
          const path = await found;
          if (path === undefined) return undefined;
          const known = requests.get(path) ?? new Set();
          requests.set(path, known.add(OWN.has(wanted.namespace) ? wanted.path : '*'));
          return { namespace, path, sideEffects: false };
        });
        build.onResolve({ filter: /^\.\//, namespace }, ({ path }) => ({ path, external: true }));
        build.onLoad({ filter: /.*/, namespace }, async ({ path }) => ({
          contents: `module.exports = require('./${file}').modules[${JSON.stringify(await packageIdentity(path))}];`,
          loader: 'js',
          resolveDir: dirname(path),
        }));
      }
    },
  };
}

/** The ES module of a package even for `require`, so that a module is there once. */
async function resolve(build: PluginBuild, path: string, resolveDir: string): Promise<string | undefined> {
  const found = await build.resolve(path, { kind: 'import-statement', resolveDir, pluginData: RESOLVING });
  return found.errors.length > 0 ? undefined : found.path;
}
