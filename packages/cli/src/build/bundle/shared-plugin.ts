import { dirname } from 'node:path';
import type { Plugin, PluginBuild } from 'esbuild';
import { packageIdentity } from './package-identity.ts';
import { LAYER_IMPORT } from './sdk-layer.ts';
import { type SharedPart, sharedParts } from './shared-parts.ts';

const RESOLVING = 'tankard-resolving';

/** The namespace of the stand-ins for the modules of a shared file. */
export function sharedNamespace(file: string): string {
  return `tankard-in-${file}`;
}

/** Whether the SDK lies beside the bundles or in the layer. */
export type SdkPlace = 'bundle' | 'layer';

/** What the bundles import a shared file by. */
function importOf(file: SharedPart['file'], sdk: SdkPlace): string {
  return file === 'sdk.js' && sdk === 'layer' ? LAYER_IMPORT : `./${file}`;
}

/**
 * Puts every import of the SDK and the framework off to a file beside the bundle or in the layer, whoever
 * imports it. Modules are told apart by their resolved path, so that two versions never mix.
 */
export function sharedPlugin(sdk: SdkPlace): Plugin {
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
          return path === undefined ? undefined : { namespace, path, sideEffects: false };
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
