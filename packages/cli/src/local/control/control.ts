import { isTankardError } from '@tankard/framework/errors';
import { PAYLOADS } from '../../graph/lower/api.ts';
import { CONTROL_PATH } from '../endpoint/control-path.ts';
import type { AwsRequest, AwsResponse } from '../endpoint/message.ts';
import type { Invocation } from '../invocations/invocation.ts';
import { relayedCause } from '../remote/relayed-cause.ts';
import type { LocalApp } from '../session/local-app.ts';
import type { RunningApp } from '../session/running-app.ts';
import { CONTROL_HEADER } from '../session/session-file.ts';
import type { LocalTime } from '../time/local-time.ts';
import { type Answers, type RunAnswer, summaryOf } from './answers.ts';

/** What a session is asked about. */
export interface Controlled {
  readonly app: Pick<RunningApp, 'current' | 'invoke' | 'trigger' | 'replay' | 'drain' | 'record'>;
  readonly time: Pick<LocalTime, 'now' | 'advance'>;
}

/** Answers the requests of our own commands to a running session; the paths are those of {@link Answers}. */
export async function answerControl(request: AwsRequest, controlled: Controlled): Promise<AwsResponse> {
  if (!request.headers[CONTROL_HEADER])
    return json(403, { message: `The header ${CONTROL_HEADER} is missing.` });
  const [action = '', argument = ''] = request.path.slice(CONTROL_PATH.length).split('/');
  const answer = ACTIONS[`${request.method} ${action}`];
  if (!answer) return json(404, { message: `There is no ${request.method} ${request.path}.` });
  try {
    return await answer(controlled, decodeURIComponent(argument), request.body.toString());
  } catch (error) {
    if (isTankardError(error)) return json(409, { problems: error.problems });
    throw error;
  }
}

type Action = (controlled: Controlled, argument: string, body: string) => Promise<AwsResponse>;

const ACTIONS: Readonly<Record<string, Action>> = {
  'GET session': async () => json(200, { pid: process.pid }),
  'GET app': async ({ app }) => {
    const { manifest, gateway } = await app.current();
    const answer: Answers['app'] = { manifest, payload: PAYLOADS[gateway.api] };
    return json(200, answer);
  },
  'POST trigger': async ({ app }, name, body) => {
    const known = handlerNames(await app.current());
    if (!known.includes(name)) return json(404, { known });
    return run(await app.trigger(name, body === '' ? undefined : body));
  },
  'GET invocations': async ({ app }, id) => {
    if (id === '') return json(200, { invocations: app.record.all().map(summaryOf) });
    const found = oneOf(app.record.all(), id);
    return found ? json(200, found) : json(404, { known: [] });
  },
  'POST replay': async ({ app }, id, body) => {
    const found = oneOf(app.record.all(), id);
    if (!found) return json(404, { known: [] });
    return run(await app.replay(found, body === '' ? undefined : body));
  },
  // A function that stands in another engine hands its event over.
  'POST relay': async ({ app }, name, event) => {
    const { manifest } = await app.current();
    const cause = relayedCause(manifest, name);
    const { failed, payload } = await app.invoke({ function: name, event, cause });
    return json(200, { failed, result: JSON.parse(payload) });
  },
  'POST drain': async ({ app }) => {
    await app.drain();
    return json(200, {});
  },
  'POST clock': async ({ app, time }, milliseconds) => {
    if (milliseconds !== '') {
      await time.advance(Number(milliseconds));
      await app.drain();
    }
    const answer: Answers['clock'] = { now: new Date(time.now()).toISOString() };
    return json(200, answer);
  },
};

/** What can be asked for by name: handlers, and functions that several of them share. */
function handlerNames({ manifest, functions }: LocalApp): readonly string[] {
  return [...new Set([...manifest.handlers, ...functions].map(({ name }) => name))];
}

/** The one whose id this is, or begins with it where no other's does. */
function oneOf(invocations: readonly Invocation[], id: string): Invocation | undefined {
  const found = invocations.filter((one) => one.id.startsWith(id));
  return found.find((one) => one.id === id) ?? (found.length === 1 ? found[0] : undefined);
}

function run(invocation: Invocation): AwsResponse {
  const { id, function: name, outcome } = invocation;
  const answer: RunAnswer = {
    id,
    function: name,
    failed: outcome?.failed ?? true,
    duration: outcome?.duration ?? 0,
    result: JSON.parse(outcome?.payload ?? 'null'),
  };
  return json(200, answer);
}

function json(status: number, body: object): AwsResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
