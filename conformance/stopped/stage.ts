import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileStore } from '../../packages/cli/src/state/file-store.ts';
import type { Account } from '../engines/accounts.ts';
import { bringAbout, type Deployable, removeAll } from '../engines/bring-about.ts';
import { forgetSecrets } from '../engines/forget-secrets.ts';
import { readEngine } from '../tour/reading/read-engine.ts';
import type { Reading } from '../tour/reading/reading.ts';
import { Standing } from './moments.ts';
import { type Moment, stoppingStore } from './stopping-store.ts';

/** Goes over to an app, or to nothing. */
export type Wanted = Deployable | 'nothing';

/** One stage of an app in an account, with a journal in a folder of its own. */
export interface TestedStage {
  /** @returns the lines that the journal got. */
  goTo(wanted: Wanted): Promise<readonly string[]>;
  /**
   * Does the same and stops on the way.
   *
   * @returns the moment of each step that was on the way.
   * @throws Error where it came to its end.
   */
  stopOnTheWay(wanted: Wanted, at: Moment): Promise<readonly Moment[]>;
  loseJournal(): Promise<void>;
  read(): Promise<Reading>;
  close(): Promise<void>;
}

export async function testedStage(
  { target, engine }: Account,
  { app, stage }: { readonly app: string; readonly stage: string },
): Promise<TestedStage> {
  const folder = await mkdtemp(join(tmpdir(), 'tankard-stopped-'));
  const { account, region } = target;
  const file = fileStore(folder, { account, region, app, stage });
  const bring = async (wanted: Wanted, controller = new AbortController(), at?: Moment) => {
    const standing = new Standing();
    const stop = at && { at, controller };
    const destination = {
      target,
      store: stoppingStore(file, (line) => standing.durable(line), stop),
      signal: controller.signal,
      called: (id: string) => standing.called(id),
    };
    const work =
      wanted === 'nothing' ? removeAll({ app, stage }, destination) : bringAbout(wanted, destination);
    await work.catch((error: unknown) => {
      if (!controller.signal.aborted) throw error;
    });
    return standing;
  };
  return {
    goTo: async (wanted) => {
      const { lines } = await bring(wanted);
      if (wanted === 'nothing') await forgetSecrets(engine);
      return lines;
    },
    stopOnTheWay: async (wanted, at) => {
      const controller = new AbortController();
      const standing = await bring(wanted, controller, at);
      if (!controller.signal.aborted) throw new Error(`There was no moment ${at.when} '${at.line}'.`);
      return [at, ...standing.moments()];
    },
    loseJournal: () => file.remove(),
    read: () => readEngine(engine),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
