import { dirname } from 'node:path';
import type { Plugin, PluginBuild } from 'esbuild';
import { LAYER_IMPORT } from './sdk-layer.ts';
import { sharedParts } from './shared-parts.ts';
import { standInAtHead, standInBeside } from './stand-in.ts';

const RESOLVING = 'tankard-resolving';

/** The namespace of the stand-ins for the modules of a shared file. */
export function sharedNamespace(file: string): string {
  return `tankard-in-${file}`;
}

/** Whether the SDK lies beside the bundles or in the layer. */
export type SdkPlace = 'bundle' | 'layer';

/** What the bundles import the SDK by. */
function importOf(sdk: SdkPlace): string {
  return sdk === 'layer' ? LAYER_IMPORT : './sdk.js';
}

/**
 * Puts every import of the SDK off to a file beside the bundle or in the layer, and every import of the framework to the
 * bundle's head, whoever imports it. Modules are told apart by their resolved path, so that two versions never mix.
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
          contents: await (file === 'sdk.js' ? standInBeside(path, importOf(sdk)) : standInAtHead(path)),
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
