import type { Problem } from '@tankard/framework/manifest';
import type { FunctionSpec } from '../build/functions.ts';
import { problem } from '../errors/problem.ts';

/** Functions whose files would be one where the file system takes capitals for small letters, as on macOS and Windows. */
export function checkFunctionNames(functions: readonly FunctionSpec[]): readonly Problem[] {
  const first = new Map<string, string>();
  return functions.flatMap(({ name, handlers }) => {
    const lower = name.toLowerCase();
    const other = first.get(lower);
    if (other === undefined) {
      first.set(lower, name);
      return [];
    }
    return [
      problem('FUNCTION_NAMES_DIFFER_IN_CASE', {
        message: `The functions '${other}' and '${name}' differ only in capitals; their zips would be one file on macOS and Windows.`,
        place: handlers[0]?.place,
        subject: name,
        remedy: 'Give one of them another name, by its constant or by { name }.',
      }),
    ];
  });
}
