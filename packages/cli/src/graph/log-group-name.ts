import type { Names } from './names.ts';

/** Where Lambda looks for a function's log group by itself. */
export function logGroupName(names: Names, functionName: string): string {
  return `/aws/lambda/${names.of('function', functionName)}`;
}
