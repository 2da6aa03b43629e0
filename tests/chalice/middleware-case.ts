import { type App, type RouteAnswer, reply } from '@tankard/framework';
import type { ProxyResult } from '@tankard/framework/gateway';
import type { CaseMiddleware } from './app-language.ts';

/** Chalice's error that only middleware may handle; to us it is an error like any other. */
export const UNHANDLED = 'ChaliceUnhandledError';

type RouteMiddleware = (next: () => Promise<RouteAnswer>) => unknown;

/** What the cases' middleware of routes does, by the words that say it. */
const OF_ROUTES: Readonly<Record<string, RouteMiddleware>> = {
  [`catch ${UNHANDLED} -> 418; else append "m2,"; record status seen in X-Saw`]: async (next) => {
    const answer = await next();
    const { error } = answer;
    if (error instanceof Error && error.name === UNHANDLED)
      return reply(418, error.message, { 'X-Order': 'm2caught' });
    answer.headers['X-Order'] = `m2,${answer.headers['X-Order'] ?? ''}`;
    answer.headers['X-Saw'] = String(answer.status);
    return answer;
  },
  'short-circuit': () => reply(401, { no: 'entry' }),
  throws: () => {
    throw new Error('from middleware');
  },
};

/**
 * Adds a case's middleware to an app. That of all kinds of event runs around the invocation with us, and so sees the answer
 * as Lambda gets it.
 * @throws Error where the words are not known here
 */
export function addMiddleware(app: App, { event_type, behaviour }: CaseMiddleware): void {
  const run = OF_ROUTES[behaviour];
  if (event_type === 'http' && run) {
    app.middleware('route', (_, next) => run(next));
  } else if (event_type === 'all' && behaviour === 'append "m1," in front of X-Order header of response') {
    app.middleware(async (_raw, _context, next) => {
      const { headers, ...result } = (await next()) as ProxyResult;
      return { ...result, headers: { ...headers, 'X-Order': `m1,${headers['X-Order'] ?? ''}` } };
    });
  } else if (event_type === 'sqs' && behaviour === 'must not run') {
    app.middleware('sqs', () => {
      throw new Error('must not run for http');
    });
  } else {
    throw new Error(`The cases have middleware that is not known here: ${event_type}, ${behaviour}.`);
  }
}
