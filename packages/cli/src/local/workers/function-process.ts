import type { Duplex } from 'node:stream';
import { ownProgram } from '../../own-package.ts';
import type { Identity } from '../callers/callers.ts';
import { endProcess, spawnTethered } from '../processes/tethered.ts';
import { PIPE, say } from '../runtime-api/pipe.ts';
import { startRuntimeApi } from '../runtime-api/server.ts';
import type { TakeChunk } from '../runtime-api/streamed-answer.ts';
import type { InvocationResult } from './invocation-result.ts';
import type { RunnableFunction } from './local-function.ts';
import { forEachLine } from './output-lines.ts';
import { exitFailure, platformFailure, timeoutFailure, withRequestId } from './platform-failure.ts';
import { processEnvironment } from './process-environment.ts';

const CLIENT = ownProgram('local/runtime-api/client');
/** Milliseconds; https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html#runtimes-lifecycle-ib */
const INIT_LIMIT = 10_000;

/** What a function writes to its output, line by line, and the invocation that it was at; none before the first. */
export type LineListener = (line: string, invocation: string | undefined) => void;

/** An event for a process, and what its run is known by. */
export interface ProcessEvent {
  /** JSON text. */
  readonly payload: string;
  readonly requestId: string;
  /** The id of the run's record. */
  readonly invocation: string;
  /** Gets an answer that the function streams, as it comes; without, it is read to its end. */
  readonly take?: TakeChunk | undefined;
}

/** One process of a function: an execution environment, as Lambda calls it. */
export interface FunctionProcess {
  /** Runs one event; the next only when this one has been answered. */
  invoke(event: ProcessEvent): Promise<InvocationResult>;
  /** It failed, timed out or exited, and takes no more events. */
  readonly ended: boolean;
  close(): Promise<void>;
}

/** A process of a function whose code is not there yet. */
export interface WaitingProcess extends FunctionProcess {
  /** Loads the code from its folder; the first event may come before or after. */
  begin(folder: string): void;
}

interface Running {
  readonly id: string;
  readonly settle: (payload: string, failed: boolean) => void;
  readonly take: TakeChunk | undefined;
}

/**
 * Starts a process and gives it back at once; the first event waits until its runtime asks for it.
 *
 * @param spec without a folder where the code is still to come.
 * @param identity the credentials of this process, by which its calls are known.
 * @param client the module that asks for events: ours over a pipe, AWS's own by HTTP.
 */
export async function startFunctionProcess(
  spec: RunnableFunction,
  onLine: LineListener,
  identity: Identity,
  client: string = CLIENT,
): Promise<WaitingProcess> {
  let began = performance.now();
  let ended = false;
  let running: Running | undefined;
  let invocation: string | undefined;
  let initDuration: number | undefined;
  let initFailure: string | undefined;
  let initialised: () => void = () => {};
  const ready = new Promise<void>((resolve) => {
    initialised = resolve;
  });

  const api = await startRuntimeApi({
    waiting() {
      initDuration ??= performance.now() - began;
      initialised();
    },
    initFailed(failure) {
      initFailure = failure;
      initialised();
    },
    answered(id, body, failed) {
      if (running?.id === id) running.settle(body, failed);
    },
    taker: (id) => (running?.id === id ? running.take : undefined),
  });
  const heap = `--max-old-space-size=${Math.floor(spec.memory * 0.9)}`;
  const child = spawnTethered(process.execPath, [heap, '--no-warnings', client], {
    cwd: spec.folder,
    env: processEnvironment(spec, api.address, identity.accessKeyId),
    pipe: true,
  });
  const pipe = child.stdio[PIPE] as Duplex;
  // The process has ended, which is told by its status.
  pipe.on('error', () => {});
  api.attach(pipe);
  const onOutput = (line: string) => onLine(line, invocation);
  forEachLine(child.stdout, onOutput);
  forEachLine(child.stderr, onOutput);
  child.once('error', (error) => end(platformFailure('Runtime.Unknown', error.message)));
  child.once('exit', (code, signal) => end(exitFailure(code, signal)));

  function end(why: string): void {
    ended = true;
    initFailure ??= why;
    initialised();
    running?.settle(why, true);
    identity.leave();
    api.close();
  }

  async function untilReady(id: string): Promise<void> {
    const limit = setTimeout(() => void timeOut(id), Math.max(INIT_LIMIT, spec.timeout * 1000));
    await ready;
    clearTimeout(limit);
  }

  async function timeOut(id: string): Promise<void> {
    ended = true;
    const why = timeoutFailure(id, spec.timeout);
    initFailure ??= why;
    initialised();
    running?.settle(why, true);
    await endProcess(child, 0);
  }

  return {
    get ended() {
      return ended;
    },
    begin(folder) {
      began = performance.now();
      say(pipe, { folder });
    },
    async invoke({ payload, requestId: id, invocation: record, take }) {
      invocation = record;
      identity.begin(record);
      const cold = initDuration === undefined;
      if (cold) await untilReady(id);
      const initialisation = cold ? { initDuration: initDuration ?? performance.now() - began } : {};
      if (initFailure !== undefined) {
        ended = true;
        return {
          requestId: id,
          payload: withRequestId(initFailure, id),
          failed: true,
          duration: 0,
          ...initialisation,
        };
      }
      return new Promise((resolve) => {
        const started = performance.now();
        const timer = setTimeout(() => void timeOut(id), spec.timeout * 1000);
        const settle = (body: string, failed: boolean) => {
          clearTimeout(timer);
          running = undefined;
          const duration = performance.now() - started;
          resolve({
            requestId: id,
            payload: failed ? withRequestId(body, id) : body,
            failed,
            duration,
            ...initialisation,
          });
        };
        running = { id, settle, take };
        api.give({ id, payload, deadline: Date.now() + spec.timeout * 1000, functionArn: spec.arn });
      });
    },
    async close() {
      ended = true;
      await endProcess(child, 0);
      api.close();
    },
  };
}
