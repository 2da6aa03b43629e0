import type { ShownInvocation } from '../shown.ts';

/** What made a function run, for people who have not chosen the words. */
export function causeText({
  by,
  what,
  function: name,
}: Pick<ShownInvocation, 'by' | 'what' | 'function'>): string {
  if (by === 'schedule') return what === name ? 'the clock' : `${what}, by the clock`;
  if (by === 'request' && !what.endsWith(' again')) return 'a request by hand';
  return what;
}
