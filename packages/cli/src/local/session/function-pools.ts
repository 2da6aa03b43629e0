import type { Callers } from '../callers/callers.ts';
import type { ProcessEvent } from '../workers/function-process.ts';
import type { InvocationResult } from '../workers/invocation-result.ts';
import type { LocalFunction } from '../workers/local-function.ts';
import { createPool, type Pool } from '../workers/pool.ts';

/** The pools of all functions of the app that stands now. */
export interface FunctionPools {
  /**
   * Takes the functions of a new build. One that is the same in code and settings keeps its processes; the
   * others' finish what they are at and end.
   *
   * @returns the names of those that changed.
   */
  update(functions: readonly LocalFunction[]): readonly string[];
  /** @throws Error where there is no such function. */
  invoke(name: string, event: ProcessEvent): Promise<InvocationResult>;
  close(): Promise<void>;
}

/** @param onLine gets every line that a function writes, and the invocation that it was at. */
export function createFunctionPools(
  callers: Callers,
  onLine: (spec: LocalFunction, line: string, invocation: string | undefined) => void,
): FunctionPools {
  const pools = new Map<string, { readonly key: string; readonly pool: Pool }>();
  const ending = new Set<Promise<void>>();

  function end(pool: Pool, gently: boolean): void {
    const ended = pool.close(gently).finally(() => ending.delete(ended));
    ending.add(ended);
  }

  return {
    update(functions) {
      const wanted = new Map(functions.map((spec) => [spec.name, spec]));
      for (const [name, { pool }] of pools) {
        if (wanted.has(name)) continue;
        pools.delete(name);
        end(pool, true);
      }
      return functions.flatMap((spec) => {
        const key = JSON.stringify(spec);
        const before = pools.get(spec.name);
        if (before?.key === key) return [];
        pools.set(spec.name, { key, pool: createPool(spec, (line, id) => onLine(spec, line, id), callers) });
        if (before) end(before.pool, true);
        return [spec.name];
      });
    },
    async invoke(name, event) {
      const found = pools.get(name);
      if (!found) throw new Error(`There is no function '${name}'.`);
      return found.pool.invoke(event);
    },
    async close() {
      await Promise.all([...pools.values()].map(({ pool }) => pool.close(false)));
      await Promise.all(ending);
    },
  };
}
