import { type LoadProcess, startLoadProcess } from '../../build/load/load-process.ts';
import type { ResolvedConfig } from '../../config/resolved.ts';
import { loadMaking, type PreparedApp, prepareApp } from '../../prepare/prepare-app.ts';
import { localConfig } from './local-config.ts';
import { watchProject } from './watch-project.ts';

/** Milliseconds after which a process waits for the next change: right after a build there is other work to do. */
const QUIET = 1_000;

/** The source of an app, which is prepared anew for each build. */
export interface AppSource {
  /** The first call gets what is under way since the source was opened. */
  prepare(): Promise<PreparedApp>;
  /** Tells of every change, at once of one that was before. */
  onChange(listener: () => void): void;
  close(): Promise<void>;
}

/**
 * Prepares and watches an app from now on.
 *
 * @param process to load it in, started before; later ones are started here, ahead of the next change: that takes 100 ms off it.
 */
export function openAppSource(config: ResolvedConfig, process?: LoadProcess): AppSource {
  let waiting = process;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  let isChanged = false;
  let tell = () => {};
  // Before anything is read: no change is missed.
  const stopWatching = watchProject(config.project, () => {
    isChanged = true;
    // If it is not there yet: all that a change is waited for is waited for less by then.
    getProcess();
    tell();
  });
  let keep: PreparedApp['keep'] | undefined;
  let remembered: PreparedApp['remembered'];
  let last = prepare();
  let first: Promise<PreparedApp> | undefined = last;
  first.catch(() => {});

  async function prepare(): Promise<PreparedApp> {
    clearTimeout(timer);
    const taken = waiting?.isUsed ? undefined : waiting;
    waiting = undefined;
    try {
      const prepared = await prepareApp(localConfig(config), { process: taken, remembered });
      ({ keep, remembered } = prepared);
      return prepared;
    } finally {
      if (!isClosed) timer = setTimeout(getReady, QUIET).unref();
    }
  }

  function getProcess(): void {
    waiting ??= startLoadProcess(config.project);
  }

  function getReady(): void {
    getProcess();
    void keepLast().catch(() => {});
    void loadMaking();
  }

  async function keepLast(): Promise<void> {
    const kept = keep?.();
    keep = undefined;
    await kept;
  }

  return {
    prepare() {
      last = first ?? prepare();
      first = undefined;
      return last;
    },
    onChange(listener) {
      tell = listener;
      if (isChanged) listener();
    },
    async close() {
      isClosed = true;
      stopWatching();
      clearTimeout(timer);
      await last.catch(() => {});
      waiting?.end();
      await keepLast();
    },
  };
}
