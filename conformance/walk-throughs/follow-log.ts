import { functionLog } from '../engines/function-log.ts';
import type { MiniStack } from '../engines/ministack.ts';

/**
 * Follows what a function logs from now on.
 *
 * @returns what has come since; it throws where a call was refused, so that nobody waits for what will not happen.
 */
export async function followLog(engine: MiniStack, name: string): Promise<() => Promise<string>> {
  const before = (await functionLog(engine, name)).length;
  return async () => {
    const fresh = (await functionLog(engine, name)).slice(before);
    if (fresh.includes('not authorized to perform')) throw new Error(`${name} was refused a call: ${fresh}`);
    return fresh;
  };
}
