import type { Callers } from '../callers/callers.ts';
import {
  type FunctionProcess,
  type LineListener,
  type ProcessEvent,
  startFunctionProcess,
  type WaitingProcess,
} from './function-process.ts';
import type { InvocationResult } from './invocation-result.ts';
import type { LocalFunction } from './local-function.ts';

/** Processes of one function at once where its settings say nothing: more would only fight for this machine. */
const MOST = 8;
/** Milliseconds after which a process without events is ended. */
const IDLE = 300_000;

/** The processes of one function. Each runs one event at a time; another is started when all are busy, up to the limit. */
export interface Pool {
  invoke(event: ProcessEvent): Promise<InvocationResult>;
  /** Ends the processes; those that are busy finish their event first where `gently`. */
  close(gently: boolean): Promise<void>;
}

/** @param first was started ahead for this function, and waits for its code. */
export function createPool(
  spec: LocalFunction,
  onLine: LineListener,
  callers: Callers,
  first?: Promise<WaitingProcess>,
): Pool {
  let ahead = first;
  const idle: FunctionProcess[] = [];
  /** All of them, each with the timer of its last event. */
  const all = new Map<FunctionProcess, NodeJS.Timeout>();
  const waiting: (() => void)[] = [];
  const most = spec.concurrency ?? MOST;
  let taken = 0;
  let closed = false;

  async function take(): Promise<FunctionProcess> {
    for (let one = idle.pop(); one; one = idle.pop()) {
      if (!one.ended) return one;
      remove(one);
    }
    const started = (await begun()) ?? (await startFunctionProcess(spec, onLine, callers.admit(spec.name)));
    all.set(started, setTimeout(() => void retire(started), IDLE).unref());
    return started;
  }

  async function begun(): Promise<FunctionProcess | undefined> {
    const given = ahead;
    // At once: two events must not get the same one.
    ahead = undefined;
    const one = await given;
    if (!one || one.ended) return undefined;
    one.begin(spec.folder);
    return one;
  }

  async function give(one: FunctionProcess): Promise<void> {
    if (one.ended || closed) {
      remove(one);
      await one.close();
      return;
    }
    idle.push(one);
    all.get(one)?.refresh();
  }

  function remove(one: FunctionProcess): void {
    clearTimeout(all.get(one));
    all.delete(one);
  }

  async function retire(one: FunctionProcess): Promise<void> {
    const at = idle.indexOf(one);
    if (at < 0) return;
    idle.splice(at, 1);
    remove(one);
    await one.close();
  }

  return {
    async invoke(event) {
      if (most === 0) return throttled(event.requestId);
      while (taken >= most) await new Promise<void>((resolve) => waiting.push(resolve));
      taken++;
      try {
        const one = await take();
        try {
          return await one.invoke(event);
        } finally {
          await give(one);
        }
      } finally {
        taken--;
        waiting.shift()?.();
      }
    },
    async close(gently) {
      closed = true;
      for (const timer of all.values()) clearTimeout(timer);
      const ending = gently ? idle.splice(0) : [...all.keys()];
      const unused = ahead;
      ahead = undefined;
      if (unused) ending.push(await unused);
      await Promise.all(ending.map((one) => one.close()));
    },
  };
}

/** What Lambda answers for a function whose reserved concurrency is 0: https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html */
function throttled(requestId: string): InvocationResult {
  const failure = { errorType: 'TooManyRequestsException', errorMessage: 'Rate Exceeded.' };
  return { requestId, payload: JSON.stringify(failure), failed: true, duration: 0 };
}
