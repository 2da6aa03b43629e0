import { dirname } from 'node:path';
import type { Plugin, PluginBuild } from 'esbuild';
import { packageIdentity } from './package-identity.ts';
import { LAYER_IMPORT } from './sdk-layer.ts';
import { type SharedPart, sharedParts } from './shared-parts.ts';
import { ENTRY_NAMESPACE, SLICE_NAMESPACE } from './slice-plugin.ts';

/** By a module's path: what the project's imports call it, and `*` where a package imports it too. */
export type SharedRequests = Map<string, Set<string>>;

/** What the stand-ins are made with, and what they find out. */
export interface SharedImports {
  /** Whether the SDK lies beside the bundles or in the layer. */
  readonly sdk: 'bundle' | 'layer';
  /** Filled with who asks for what. */
  readonly requests: SharedRequests;
}

const RESOLVING = 'tankard-resolving';
const OWN: ReadonlySet<string> = new Set([SLICE_NAMESPACE, ENTRY_NAMESPACE]);

/** The namespace of the stand-ins for the modules of a shared file. */
export function sharedNamespace(file: string): string {
  return `tankard-in-${file}`;
}

/** What the bundles import a shared file by. */
function importOf(file: SharedPart['file'], sdk: SharedImports['sdk']): string {
  return file === 'sdk.js' && sdk === 'layer' ? LAYER_IMPORT : `./${file}`;
}

/**
 * Puts every import of the SDK and the framework off to a file beside the bundle or in the layer, whoever
 * imports it. Modules are told apart by their resolved path, so that two versions never mix.
 */
export function sharedPlugin({ sdk, requests }: SharedImports): Plugin {
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
        build.onResolve({ filter: /.*/, namespace }, ({ path }) => ({ path, external: true }));
        build.onLoad({ filter: /.*/, namespace }, async ({ path }) => ({
          contents: `module.exports = require('${importOf(file, sdk)}').modules[${JSON.stringify(await packageIdentity(path))}];`,
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
