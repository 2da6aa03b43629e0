import { isSame, type Looks } from '../build/kept/looks.ts';
import type { AnalysedApp } from './analyse-app.ts';
import { type KeptApp, keepApp, keyOf, looksOf, NOTHING_KEPT } from './kept-app.ts';
import type { MadeApp } from './make-app.ts';

/** An app that this process has made, for the next time that it makes it. */
export interface RememberedApp {
  /** Keeps it for other processes, too. */
  keep(): Promise<void>;
  /** What may be used again now. */
  again(): KeptApp;
}

/** @param since - when it began to be made, in milliseconds since 1970 */
export function rememberApp(app: AnalysedApp, made: MadeApp, since: number): RememberedApp {
  const { loaded, config } = app;
  let looks: Looks | undefined;

  function areFilesTheSame(): boolean {
    if (looks) return isSame(looks);
    looks = looksOf(loaded, made.built, since);
    return looks !== undefined;
  }

  return {
    async keep() {
      looks ??= looksOf(loaded, made.built, since);
      if (looks) await keepApp(loaded, config, made, looks);
    },
    again() {
      if (!areFilesTheSame()) return NOTHING_KEPT;
      const key = keyOf(loaded, config);
      const madeOf: KeptApp['madeOf'] = (other) => (keyOf(other, config) === key ? made : undefined);
      return { madeOf, outputs: made.built.outputs ?? NOTHING_KEPT.outputs, app };
    },
  };
}
