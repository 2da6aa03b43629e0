import type { Plugin } from 'esbuild';

/** What a message about a native file carries, to be told apart from esbuild's own. */
export interface NativeDetail {
  readonly native: string;
}

/** Refuses compiled `.node` files: esbuild cannot bundle them, and each fits one platform only. */
export function nativePlugin(): Plugin {
  return {
    name: 'tankard-native',
    setup(build) {
      build.onLoad({ filter: /\.node$/ }, ({ path }) => {
        const detail: NativeDetail = { native: path };
        return { errors: [{ text: `native file ${path}`, detail }] };
      });
    },
  };
}
