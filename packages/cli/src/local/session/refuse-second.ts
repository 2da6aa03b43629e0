import { TankardError } from '@tankard/framework/errors';
import { problem } from '../../errors/problem.ts';
import { runningSession } from './session-file.ts';

/**
 * One project's data belongs to one session at a time.
 *
 * @throws TankardError LOCAL_RUNNING_ALREADY
 */
export async function refuseSecond(project: string): Promise<void> {
  const session = await runningSession(project);
  if (!session) return;
  throw new TankardError([
    problem('LOCAL_RUNNING_ALREADY', {
      message: `tankard local runs in this project already, at ${session.url} (process ${session.pid}).`,
      remedy: 'Use that one, or end it first.',
    }),
  ]);
}
