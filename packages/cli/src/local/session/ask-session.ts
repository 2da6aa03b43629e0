import { request } from 'node:http';
import { json } from 'node:stream/consumers';
import { type Problem, TankardError } from '@tankard/framework/manifest';
import { nearest } from '../../errors/nearest.ts';
import { problem } from '../../errors/problem.ts';
import { CONTROL_PATH } from '../endpoint/server.ts';
import type { TriggerResult } from './control.ts';
import { CONTROL_HEADER, runningSession } from './session-file.ts';

/**
 * Runs a schedule now in the `tankard local` that runs in a project, and waits for its result.
 *
 * @throws TankardError LOCAL_NOT_RUNNING, LOCAL_SCHEDULE_UNKNOWN, and what is wrong with the app.
 */
export async function askToTrigger(project: string, name: string): Promise<TriggerResult> {
  const session = await runningSession(project);
  if (!session) throw new TankardError([notRunning(project)]);
  const answer = await post(`${session.endpoint}${CONTROL_PATH}trigger/${encodeURIComponent(name)}`);
  if (answer.problems) throw new TankardError(answer.problems);
  if (answer.schedules) throw new TankardError([unknownSchedule(name, answer.schedules)]);
  return answer;
}

/** Not `fetch`, which gives up after five minutes: a function may run for fifteen. */
function post(url: string): Promise<TriggerResult & Refusal> {
  return new Promise((resolve, reject) => {
    const call = request(url, { method: 'POST', headers: { [CONTROL_HEADER]: '1' } }, (response) => {
      json(response).then((answer) => resolve(answer as TriggerResult & Refusal), reject);
    });
    call.on('error', reject);
    call.end();
  });
}

/** What stands in the answer where nothing ran. */
interface Refusal {
  readonly problems?: readonly Problem[];
  readonly schedules?: readonly string[];
}

function notRunning(project: string): Problem {
  return problem('LOCAL_NOT_RUNNING', {
    message: `No tankard local runs in ${project}.`,
    remedy: 'Start it in another terminal: tankard local. Give both the same --project.',
  });
}

function unknownSchedule(name: string, schedules: readonly string[]): Problem {
  const meant = nearest(name, schedules);
  const listed = schedules.length > 0 ? `Schedules: ${schedules.join(', ')}.` : 'The app has no schedule.';
  return problem('LOCAL_SCHEDULE_UNKNOWN', {
    message: `The app has no schedule '${name}'.`,
    remedy: meant ? `Did you mean '${meant}'?` : listed,
  });
}
