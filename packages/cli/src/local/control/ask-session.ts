import { json } from 'node:stream/consumers';
import { type Problem, TankardError } from '@tankard/framework/errors';
import { nearest } from '../../errors/nearest.ts';
import { problem } from '../../errors/problem.ts';
import { CONTROL_PATH } from '../endpoint/control-path.ts';
import type { Invocation } from '../invocations/invocation.ts';
import { request } from '../node-http.ts';
import { CONTROL_HEADER, runningSession } from '../session/session-file.ts';
import type { Answers, RunAnswer } from './answers.ts';

/** The `tankard local` that runs in a project, as our own commands talk to it. Each call throws TankardError with what is wrong with the app. */
export interface AskedSession {
  app(): Promise<Answers['app']>;
  /**
   * Runs a handler now and waits for its result; a schedule without an event gets that of this moment.
   *
   * @throws TankardError LOCAL_HANDLER_UNKNOWN
   */
  trigger(name: string, event: string | undefined): Promise<RunAnswer>;
  invocations(): Promise<Answers['invocations']['invocations']>;
  /** @throws TankardError LOCAL_INVOCATION_UNKNOWN */
  invocation(id: string): Promise<Invocation>;
  /** Runs an invocation's function again with the same event. @throws TankardError LOCAL_INVOCATION_UNKNOWN */
  replay(id: string): Promise<RunAnswer>;
  /** Moves the clock forward, waits until what fell due has been handled, and gives the time. */
  advance(milliseconds: number): Promise<string>;
}

/** @throws TankardError LOCAL_NOT_RUNNING */
export async function askedSession(project: string): Promise<AskedSession> {
  const session = await runningSession(project);
  if (!session) throw new TankardError([notRunning(project)]);
  const ask = async <Answer>(method: string, path: string, unknown: Unknown, body = ''): Promise<Answer> => {
    const answer = await call<Answer & Refusal>(method, `${session.endpoint}${CONTROL_PATH}${path}`, body);
    if (answer.problems) throw new TankardError(answer.problems);
    if (answer.known) throw new TankardError([unknown(answer.known)]);
    return answer;
  };
  const never: Unknown = () => {
    throw new Error('The session knows nothing of what every session has.');
  };
  const named = (name: string): Unknown => unknownHandler.bind(undefined, name);
  const withId = (id: string): Unknown => unknownInvocation.bind(undefined, id);
  return {
    app: () => ask('GET', 'app', never),
    trigger: (name, event) => ask('POST', `trigger/${encodeURIComponent(name)}`, named(name), event),
    invocations: async () => {
      const { invocations } = await ask<Answers['invocations']>('GET', 'invocations', never);
      return invocations;
    },
    invocation: (id) => ask('GET', `invocations/${encodeURIComponent(id)}`, withId(id)),
    replay: (id) => ask('POST', `replay/${encodeURIComponent(id)}`, withId(id)),
    advance: async (milliseconds) => {
      const { now } = await ask<Answers['clock']>('POST', `clock/${milliseconds}`, never);
      return now;
    },
  };
}

type Unknown = (known: readonly string[]) => Problem;

/** What stands in the answer where nothing was done. */
interface Refusal {
  readonly problems?: readonly Problem[];
  /** The names that there are. */
  readonly known?: readonly string[];
}

/** Not `fetch`, which gives up after five minutes: a function may run for fifteen. */
function call<Answer>(method: string, url: string, body: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers: { [CONTROL_HEADER]: '1' } }, (response) => {
      json(response).then((answer) => resolve(answer as Answer), reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function notRunning(project: string): Problem {
  return problem('LOCAL_NOT_RUNNING', {
    message: `No tankard local runs in ${project}.`,
    remedy: 'Start it in another terminal: tankard local. Give both the same --project.',
  });
}

function unknownHandler(name: string, known: readonly string[]): Problem {
  const meant = nearest(name, known);
  const listed = known.length > 0 ? `Handlers: ${known.join(', ')}.` : 'The app has no handler.';
  return problem('LOCAL_HANDLER_UNKNOWN', {
    message: `The app has no handler '${name}'.`,
    remedy: meant ? `Did you mean '${meant}'?` : listed,
  });
}

function unknownInvocation(id: string): Problem {
  return problem('LOCAL_INVOCATION_UNKNOWN', {
    message: `There was no invocation '${id}', or more than one whose id begins so.`,
    remedy: 'Take an id from `tankard local invocations`.',
  });
}
