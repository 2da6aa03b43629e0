import { createHash } from 'node:crypto';
import type { Watcher } from '../engines/counting-proxy.ts';
import type { Fault } from '../engines/fault.ts';
import type { Operation, SeenRequest } from '../engines/operation.ts';
import { broken, throttled } from './refusals.ts';

/** One kind of fault, in the words of the service that it strikes. */
export type FaultOf = (service: string) => Fault;

export const faults = {
  throttled,
  broken,
  'dropped before it took effect': () => ({ kind: 'dropped', effect: false }),
  'dropped after it took effect': () => ({ kind: 'dropped', effect: true }),
  unanswered: () => ({ kind: 'unanswered' }),
} as const satisfies Record<string, FaultOf>;

/** The first try of every single call goes wrong, reads and waits too. */
export const firstTries =
  (fault: FaultOf): Watcher =>
  ({ service }, request) =>
    tryOf(request) === 1 ? fault(service) : undefined;

/**
 * One try in eight goes wrong, each in one of all ways; which ones hangs on the seed, not on the order of arrival.
 * A call that nobody answers three times is an outage, which a deploy does not sit out.
 */
export function mixed(seed: number): Watcher {
  const { unanswered, ...answered } = faults;
  const later: readonly FaultOf[] = Object.values(answered);
  const kinds = [...later, unanswered];
  return (operation, request) => {
    const [chance = 0, kind = 0] = digest(seed, operation, request);
    if (chance >= 32) return undefined;
    const possible = tryOf(request) < 3 ? kinds : later;
    return possible[kind % possible.length]?.(operation.service);
  };
}

/** From one mutating call on everything goes wrong, until somebody ends it. */
export function outage(from: number, fault: FaultOf): Watcher {
  let mutations = 0;
  return ({ service, mutates }) => {
    if (mutates) mutations += 1;
    return mutations >= from ? fault(service) : undefined;
  };
}

/** The SDK says of each try which one it is: `attempt=2; max=8`. */
function tryOf({ headers }: SeenRequest): number {
  return Number(/attempt=(\d+)/.exec(String(headers['amz-sdk-request']))?.[1]);
}

function digest(seed: number, { service, name }: Operation, request: SeenRequest): Uint8Array {
  const text = [seed, service, name, request.body, tryOf(request)].join('\n');
  return createHash('sha256').update(text).digest();
}
