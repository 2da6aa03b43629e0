import type { Callers } from '../callers/callers.ts';
import { type ProcessEvent, startFunctionProcess, type WaitingProcess } from '../workers/function-process.ts';
import type { InvocationResult } from '../workers/invocation-result.ts';
import type { LocalFunction, RunnableFunction } from '../workers/local-function.ts';
import { createPool, type Pool } from '../workers/pool.ts';

/** The pools of all functions of the app that stands now. */
export interface FunctionPools {
  /**
   * The source has changed, and a build begins. The function that ran last is the one that is likely worked on: its next process starts
   * now, and waits for its code. That takes the start of Node off the first answer after a save.
   */
  expectUpdate(): void;
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
  const pools = new Map<
    string,
    { readonly key: string; readonly spec: LocalFunction; readonly pool: Pool }
  >();
  const ending = new Set<Promise<void>>();
  let last: string | undefined;
  let ahead: { readonly key: string; readonly process: Promise<WaitingProcess> } | undefined;

  function end(closing: Promise<void>): void {
    const ended = closing.finally(() => ending.delete(ended));
    ending.add(ended);
  }

  /** The process that waits for code, if it is one of this function as it is now. */
  function takeAhead(spec: LocalFunction): Promise<WaitingProcess> | undefined {
    if (ahead?.key !== keyWithoutCode(spec)) return undefined;
    const { process } = ahead;
    ahead = undefined;
    return process;
  }

  function dropAhead(): void {
    if (ahead) end(ahead.process.then((one) => one.close()));
    ahead = undefined;
  }

  return {
    expectUpdate() {
      const found = ahead || last === undefined ? undefined : pools.get(last);
      if (!found || found.spec.concurrency === 0) return;
      const { folder: _, ...spec } = found.spec;
      const onLineOf = (line: string, id: string | undefined) => onLine(found.spec, line, id);
      const process = startFunctionProcess(spec, onLineOf, callers.admit(spec.name));
      ahead = { key: keyWithoutCode(spec), process };
    },
    update(functions) {
      const wanted = new Map(functions.map((spec) => [spec.name, spec]));
      for (const [name, { pool }] of pools) {
        if (wanted.has(name)) continue;
        pools.delete(name);
        end(pool.close(true));
      }
      const changed = functions.flatMap((spec) => {
        const key = JSON.stringify(spec);
        const before = pools.get(spec.name);
        if (before?.key === key) return [];
        const pool = createPool(spec, (line, id) => onLine(spec, line, id), callers, takeAhead(spec));
        pools.set(spec.name, { key, spec, pool });
        if (before) end(before.pool.close(true));
        return [spec.name];
      });
      dropAhead();
      return changed;
    },
    async invoke(name, event) {
      last = name;
      const found = pools.get(name);
      if (!found) throw new Error(`There is no function '${name}'.`);
      return found.pool.invoke(event);
    },
    async close() {
      dropAhead();
      await Promise.all([...pools.values()].map(({ pool }) => pool.close(false)));
      await Promise.all(ending);
    },
  };
}

/** What decides whether a process fits a function, apart from the folder of its code. */
function keyWithoutCode({ folder: _, ...spec }: RunnableFunction): string {
  return JSON.stringify(spec);
}
