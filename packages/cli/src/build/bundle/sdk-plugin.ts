import { dirname } from 'node:path';
import type { Plugin, PluginBuild } from 'esbuild';
import { packageIdentity } from './package-identity.ts';
import { SLICE_NAMESPACE } from './slice-plugin.ts';

/** The namespace of the stand-ins for the SDK's modules. */
export const SDK_NAMESPACE = 'tankard-sdk';

/** By a module's path: what the project's imports call it, and `*` where a package imports it too. */
export type SdkRequests = Map<string, Set<string>>;

const RESOLVING = 'tankard-sdk-resolving';

/**
 * Puts every import of `@aws-sdk/*` and `@smithy/*` off to `sdk.js` beside the bundle, whoever
 * imports it. Modules are told apart by their resolved path, so that two versions never mix.
 *
 * @param requests - filled with who asks for what
 */
export function sdkPlugin(requests: SdkRequests): Plugin {
  return {
    name: 'tankard-sdk',
    setup(build) {
      const resolved = new Map<string, Promise<string | undefined>>();
      build.onResolve(
        { filter: /^@(aws-sdk|smithy)\// },
        async ({ path, resolveDir, pluginData, namespace }) => {
          if (pluginData === RESOLVING) return undefined;
          const key = `${resolveDir}\0${path}`;
          const found = resolved.get(key) ?? resolve(build, path, resolveDir);
          resolved.set(key, found);
          const target = await found;
          if (target === undefined) return undefined;
          const known = requests.get(target) ?? new Set();
          requests.set(target, known.add(namespace === SLICE_NAMESPACE ? path : '*'));
          return { namespace: SDK_NAMESPACE, path: target, sideEffects: false };
        },
      );
      build.onResolve({ filter: /^\.\/sdk\.js$/, namespace: SDK_NAMESPACE }, ({ path }) => ({
        path,
        external: true,
      }));
      build.onLoad({ filter: /.*/, namespace: SDK_NAMESPACE }, async ({ path }) => ({
        contents: `module.exports = require('./sdk.js').sdk[${JSON.stringify(await packageIdentity(path))}];`,
        loader: 'js',
        resolveDir: dirname(path),
      }));
    },
  };
}

/** The ES module of a package even for `require`, so that a module is there once. */
async function resolve(build: PluginBuild, path: string, resolveDir: string): Promise<string | undefined> {
  const found = await build.resolve(path, { kind: 'import-statement', resolveDir, pluginData: RESOLVING });
  return found.errors.length > 0 ? undefined : found.path;
}
