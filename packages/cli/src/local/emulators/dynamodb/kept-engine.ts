import { TankardError } from '@tankard/framework/errors';
import { problem } from '../../../errors/problem.ts';
import { DYNOXIDE_REGION, type DynamoDBEngine, type Dynoxide, startDynoxide } from './engine.ts';

/** An engine's process has ended although nobody asked it to. */
export interface EngineEnded {
  /** `SIGKILL`, `exit code 1`. */
  readonly by: string;
  /** Whether it is started again; not where it has ended too often. */
  readonly again: boolean;
}

/** Starts again within {@link WINDOW} milliseconds: what ends more often will end for ever. */
const MOST = 3;
const WINDOW = 60_000;

/**
 * Dynoxide with its data in `folder`, started again on the same data when it ends by itself.
 *
 * @throws TankardError LOCAL_DYNAMODB_MISSING, LOCAL_DYNAMODB_FAILED; `url()` throws the latter once it is given up.
 */
export async function keepDynoxide(
  folder: string,
  tell: (ended: EngineEnded) => void,
): Promise<DynamoDBEngine> {
  let isClosed = false;
  let ends: readonly number[] = [];
  let running = Promise.resolve(await startDynoxide(folder));
  watch(running);

  function watch(started: Promise<Dynoxide>): void {
    started.then(
      async ({ ended }) => restart(await ended),
      () => restart('a start that failed'),
    );
  }

  function restart(by: string): void {
    if (isClosed) return;
    ends = [...ends.filter((time) => time > Date.now() - WINDOW), Date.now()];
    const again = ends.length <= MOST;
    if (again) {
      running = startDynoxide(folder);
      watch(running);
    } else {
      running = Promise.reject(new TankardError([givenUp(by)]));
      // Whoever asks for the address is told.
      running.catch(() => {});
    }
    tell({ by, again });
  }

  return {
    url: async () => (await running).url,
    region: DYNOXIDE_REGION,
    async close() {
      isClosed = true;
      await running.then(
        (engine) => engine.close(),
        () => {},
      );
    },
  };
}

const givenUp = (by: string) =>
  problem('LOCAL_DYNAMODB_FAILED', {
    message: `The DynamoDB engine ended ${MOST + 1} times within a minute, at last by ${by}.`,
    remedy: 'Find out what ends it, and start `tankard local` again; the data is kept.',
  });
