import type { BuiltLayer } from './built-function.ts';
import type { GroupOutput } from './bundle-group.ts';
import { bytesOf, digestOf } from './digest.ts';

/**
 * What functions import the layer's file by. Lambda unpacks layers below `/opt` and has
 * `/opt/nodejs/node_modules` in NODE_PATH, where `require` looks, that of an ES module's `createRequire` too:
 * https://docs.aws.amazon.com/lambda/latest/dg/nodejs-layers.html
 */
export const LAYER_IMPORT = 'tankard-sdk/sdk.js';

/**
 * The layer of an app: one file with what any of its functions uses of the SDK.
 *
 * @param sdkOf - makes the file of modules, by their paths in order
 * @returns nothing where no function uses the SDK
 */
export async function sdkLayer(
  outputs: readonly GroupOutput[],
  sdkOf: (paths: readonly string[]) => Promise<Uint8Array>,
): Promise<BuiltLayer | undefined> {
  const using = outputs.filter(({ shared }) => shared.get('sdk.js')?.length);
  if (using.length === 0) return undefined;
  const paths = new Set(using.flatMap(({ shared }) => shared.get('sdk.js') ?? []));
  const content = await sdkOf([...paths].toSorted());
  const entries = [{ name: `nodejs/node_modules/${LAYER_IMPORT}`, content, mode: 0o644 }];
  const functions = new Set(using.map(({ member }) => member.slice.function));
  return { entries, bytes: bytesOf(entries), digest: digestOf(entries), functions };
}
