import { isDeepStrictEqual } from 'node:util';
import { compare } from '../../packages/cli/src/plan/compare.ts';
import type { Properties } from '../../packages/cli/src/resources/reconciler.ts';
import type { Reading } from '../tour/reading/reading.ts';

/** In what two readings differ, a thing a line. */
export function differences(found: Reading, wanted: Reading): readonly string[] {
  const names = new Set([...Object.keys(found), ...Object.keys(wanted)]);
  return [...names]
    .filter((name) => !isDeepStrictEqual(found[name], wanted[name]))
    .map((name) => {
      // Both came out of JSON.
      const changes = compare({ [name]: wanted[name] } as Properties, { [name]: found[name] } as Properties);
      return JSON.stringify(changes).slice(0, 1_000);
    });
}
