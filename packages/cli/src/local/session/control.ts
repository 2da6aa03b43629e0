import { isTankardError } from '@tankard/framework/manifest';
import type { LocalSchedule } from '../clock/local-schedule.ts';
import type { AwsRequest, AwsResponse } from '../endpoint/message.ts';
import { CONTROL_PATH } from '../endpoint/server.ts';
import type { InvocationResult } from '../workers/invocation-result.ts';
import { CONTROL_HEADER } from './session-file.ts';

/** What came of a schedule that was run on request. */
export interface TriggerResult {
  readonly schedule: string;
  readonly failed: boolean;
  /** Milliseconds. */
  readonly duration: number;
  /** What the handler returned, or `{ errorType, errorMessage, trace? }` with places in the source. */
  readonly result: unknown;
}

/** What our own commands may ask a session. */
export interface Controls {
  facts(): object;
  /** The schedules of the app as it stands now. */
  schedules(): Promise<readonly LocalSchedule[]>;
  trigger(schedule: LocalSchedule): Promise<InvocationResult>;
}

/** Answers the requests of `tankard local trigger` and its kin to a running session. */
export async function answerControl(request: AwsRequest, controls: Controls): Promise<AwsResponse> {
  if (!request.headers[CONTROL_HEADER])
    return json(403, { message: `The header ${CONTROL_HEADER} is missing.` });
  const [action, argument = ''] = request.path.slice(CONTROL_PATH.length).split('/');
  if (request.method === 'GET' && action === 'session') return json(200, controls.facts());
  if (request.method !== 'POST' || action !== 'trigger')
    return json(404, { message: `There is no ${request.path}.` });
  try {
    const name = decodeURIComponent(argument);
    const schedules = await controls.schedules();
    const schedule = schedules.find((one) => one.name === name);
    if (!schedule) return json(404, { schedules: schedules.map((one) => one.name) });
    const { failed, duration, payload } = await controls.trigger(schedule);
    const result: TriggerResult = { schedule: name, failed, duration, result: JSON.parse(payload) };
    return json(200, result);
  } catch (error) {
    if (isTankardError(error)) return json(409, { problems: error.problems });
    throw error;
  }
}

function json(status: number, body: object): AwsResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
