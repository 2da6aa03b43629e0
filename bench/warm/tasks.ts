import { httpAnswer } from '../handlers/http-answer.ts';
import { expectedAnswer, httpEvent, type Payload } from '../handlers/http-event.ts';
import type { Timed } from '../handlers/time-calls.ts';

/** An app of a size, asked in one way. */
export interface Task {
  readonly routes: number;
  readonly payload: Payload;
}

/** Also what heads a column. */
export const nameOf = ({ routes, payload }: Task) => `${payload}: ${routes}`;

/** Asks the first, the middle and the last route in turn. */
export function requestsOf({ routes, payload }: Task): Omit<Timed, 'file'> {
  const asked = [0, routes >> 1, routes - 1];
  return {
    events: asked.map((route) => httpEvent(route, payload)),
    expected: asked.map(expectedAnswer),
    read: httpAnswer,
  };
}
