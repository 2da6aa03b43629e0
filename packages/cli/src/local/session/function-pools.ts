import type { Callers } from '../callers/callers.ts';
import { type ProcessEvent, startFunctionProcess } from '../workers/function-process.ts';
import type { InvocationResult } from '../workers/invocation-result.ts';
import type { LocalFunction } from '../workers/local-function.ts';
import { createPool, type Pool } from '../workers/pool.ts';
import { createProcessAhead } from './process-ahead.ts';

/** Milliseconds without an event or a build after which the next process of a function starts: until then there is other work to do. */
const QUIET = 1_000;

/** The pools of all functions of the app that stands now. */
export interface FunctionPools {
  /**
   * The source has changed, and a build begins. The function that ran last is the one that is likely worked on: if its next process is not
   * there yet, it starts now, and waits for its code. That takes the start of Node off the first answer after a save.
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
  const ahead = createProcessAhead(
    (spec, of) => startFunctionProcess(spec, (line, id) => onLine(of, line, id), callers.admit(spec.name)),
    end,
  );
  const quiet = setTimeout(expectUpdate, QUIET).unref();

  function end(closing: Promise<void>): void {
    const ended = closing.finally(() => ending.delete(ended));
    ending.add(ended);
  }

  function expectUpdate(): void {
    const spec = last === undefined ? undefined : pools.get(last)?.spec;
    if (spec && spec.concurrency !== 0) ahead.start(spec);
  }

  return {
    expectUpdate,
    update(functions) {
      quiet.refresh();
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
        const pool = createPool(spec, (line, id) => onLine(spec, line, id), callers, ahead.take(spec));
        pools.set(spec.name, { key, spec, pool });
        if (before) end(before.pool.close(true));
        return [spec.name];
      });
      ahead.keepFor(functions);
      return changed;
    },
    async invoke(name, event) {
      last = name;
      quiet.refresh();
      const found = pools.get(name);
      if (!found) throw new Error(`There is no function '${name}'.`);
      return found.pool.invoke(event);
    },
    async close() {
      clearTimeout(quiet);
      ahead.drop();
      await Promise.all([...pools.values()].map(({ pool }) => pool.close(false)));
      await Promise.all(ending);
    },
  };
}
