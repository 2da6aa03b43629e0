import { median } from '../result.ts';
import { type Timed, timeCalls } from './time-calls.ts';

/** One handler at one task. */
export interface Entrant extends Timed {
  readonly name: string;
  readonly task: string;
}

/** One round of an entrant. */
export interface Turn {
  readonly name: string;
  readonly task: string;
  /** Of the processor's time. */
  readonly nanoseconds: number;
}

/** Times all of them once a round, so that what else the machine does meets all alike. */
export async function inTurns(entrants: readonly Entrant[], rounds: number): Promise<readonly Turn[]> {
  const turns: Turn[] = [];
  for (let round = 0; round < rounds; round += 1)
    for (const entrant of entrants) {
      const { name, task } = entrant;
      turns.push({ name, task, nanoseconds: await timeCalls(entrant) });
    }
  return turns;
}

/** How many times as long one takes as another: the median of the rounds. */
export function timesAsLong(
  turns: readonly Turn[],
  one: Omit<Turn, 'nanoseconds'>,
  other: Omit<Turn, 'nanoseconds'>,
): number {
  const of = ({ name, task }: typeof one) =>
    turns.filter((turn) => turn.name === name && turn.task === task).map(({ nanoseconds }) => nanoseconds);
  const floor = of(other);
  return median(of(one).map((nanoseconds, round) => nanoseconds / (floor[round] ?? Number.NaN)));
}
