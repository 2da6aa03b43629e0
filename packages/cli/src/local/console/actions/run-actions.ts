import { shownInvocation, shownRun } from '../shown-invocation.ts';
import type { Action } from './actions.ts';
import { found, Refused } from './refused.ts';

/** Runs as they are recorded, what makes new ones, and the mails that came of them. */
export const runActions = {
  'GET runs': async ({ app }, { name }) =>
    name === '' ? app.record.all().map(shownInvocation) : shownRun(found(app.record.get(name), 'such run')),
  'POST runs again': async ({ app }, { name, body }) => {
    const event = isEvent(body) ? body.event : undefined;
    return shownRun(await app.replay(found(app.record.get(name), 'such run'), event));
  },
  'POST schedules run': async ({ app }, { name }) => {
    const { schedules } = await app.current();
    found(
      schedules.find((one) => one.name === name),
      `schedule ${name}`,
    );
    return shownRun(await app.trigger(name));
  },
  'POST clock': async ({ app, time }, { name }) => {
    const milliseconds = Number(name);
    if (!(milliseconds > 0 && milliseconds <= LONGEST))
      throw new Refused(400, 'The clock goes forward, by 31 days at most.');
    await time.advance(milliseconds);
    await app.drain();
    return { now: new Date(time.now()).toISOString() };
  },
  'GET clock': async ({ time }) => ({ now: new Date(time.now()).toISOString() }),
  'GET mails': async ({ mails }) => (await mails()).toReversed(),
} satisfies Readonly<Record<string, Action>>;

/** Milliseconds. */
const LONGEST = 31 * 86_400_000;

function isEvent(body: unknown): body is { readonly event: string } {
  return typeof body === 'object' && body !== null && 'event' in body && typeof body.event === 'string';
}
