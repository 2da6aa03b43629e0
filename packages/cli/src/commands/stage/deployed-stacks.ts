import type { SourceMap } from 'node:module';
import { readMap, resolvePlaces } from '../../build/source-stack.ts';
import { savedMap } from '../../plan/code-maps.ts';
import { type DeployedCode, deployedCode } from '../../plan/deployed-code.ts';
import type { StateStore } from '../../state/store.ts';

/** Turns places in the code of deployed functions into places in the source, by the maps that their deploys kept. */
export interface DeployedStacks {
  /** @param time epoch milliseconds at which the function said it. */
  resolve(functionName: string, time: number, text: string): Promise<string>;
}

/** A function's own bundle, whatever folder it is unpacked in. */
const BUNDLE = /\/index\.[cm]?js$/;
const PLACE = /\/index\.[cm]?js:\d+:\d+/;

/** @param open is called when a text first names a place; a record that can't be read leaves texts as they are. */
export function deployedStacks(open: () => Promise<StateStore>): DeployedStacks {
  let record: Promise<{ store: StateStore; codeAt: DeployedCode }> | undefined;
  const maps = new Map<string, Promise<SourceMap | undefined>>();

  async function mapAt(functionName: string, time: number): Promise<SourceMap | undefined> {
    record ??= open().then(async (store) => ({ store, codeAt: await deployedCode(store) }));
    const { store, codeAt } = await record;
    const digest = codeAt(functionName, time);
    if (digest === undefined) return undefined;
    const name = `${functionName} ${digest}`;
    const map =
      maps.get(name) ??
      savedMap(functionName, digest, store.files).then((text) => (text && readMap(text)) || undefined);
    maps.set(name, map);
    return map;
  }

  return {
    resolve: async (functionName, time, text) => {
      if (!PLACE.test(text)) return text;
      const map = await mapAt(functionName, time).catch(() => undefined);
      return map ? resolvePlaces(text, (file) => (BUNDLE.test(file) ? map : undefined)) : text;
    },
  };
}
