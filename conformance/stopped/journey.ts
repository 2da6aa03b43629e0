import { seeded } from '../engines/seeded.ts';
import { sample } from '../tour/every-pair.ts';
import type { Reading } from '../tour/reading/reading.ts';
import { differences } from './differences.ts';
import { Itinerary } from './itinerary.ts';
import { momentsOf } from './moments.ts';
import type { TestedStage, Wanted } from './stage.ts';
import type { Moment } from './stopping-store.ts';

/** One command after another, from an empty stage to an empty stage. */
export const commands = ['create', 'update', 'delete'] as const;
export type Command = (typeof commands)[number];
/** What becomes of the journal of a deploy that was stopped. */
export const journals = ['kept', 'lost'] as const;

/** What a command does where nothing stops it, and where it was stopped so far. */
export interface Leg {
  readonly end: Reading;
  readonly kept: Itinerary;
  readonly lost: Itinerary;
}
export type Legs = ReadonlyMap<Command, Leg>;

/** A stage, and what each command brings it to. */
export interface Traveller {
  readonly stage: TestedStage;
  readonly wanted: Readonly<Record<Command, Wanted>>;
}

/**
 * Goes through a stage's life once.
 *
 * @param meant whether steps of a kind are to be stopped at.
 */
export async function wholeLegs(
  { stage, wanted }: Traveller,
  meant: (kind: string) => boolean,
): Promise<Legs> {
  const legs = new Map<Command, Leg>();
  for (const command of commands) {
    const lines = await stage.goTo(wanted[command]);
    const itinerary = (lost: boolean): Itinerary => {
      const moments = momentsOf(lines, lost).filter(({ line }) => meant(kindOf(line)));
      return new Itinerary(byTurns(sample(moments, moments.length, seeded(4))));
    };
    legs.set(command, { end: await stage.read(), kept: itinerary(false), lost: itinerary(true) });
  }
  return legs;
}

/** One moment of each kind of resource, then another one of each, so that a few go a long way. */
function byTurns(moments: readonly Moment[]): readonly Moment[] {
  const turns = new Map<string, number>();
  return moments
    .map((moment) => {
      const kind = kindOf(moment.line);
      const turn = (turns.get(kind) ?? 0) + 1;
      turns.set(kind, turn);
      return { moment, turn };
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({ moment }) => moment);
}

/** `role` of `begin role:send`. */
export const kindOf = (line: string): string => line.replace(/^\w+ /, '').replace(/:.*$/, '');

/**
 * Goes round and round through a stage's life, stops each command once a round at a moment where it was
 * not stopped before, and does it again.
 *
 * @returns how often a command was stopped, and which of them did not come to the end of one that nothing stops.
 */
export async function travel(
  { stage, wanted }: Traveller,
  legs: Legs,
  { rounds, first }: { readonly rounds: number; readonly first: number },
): Promise<{ readonly stops: number; readonly failures: readonly string[] }> {
  const failures: string[] = [];
  let stops = 0;
  for (let round = first; round < first + rounds && isOpen(legs); round += 1) {
    for (const [command, leg] of legs) {
      const stop = nextOf(leg, round);
      if (stop) stops += 1;
      try {
        await visit(stage, wanted[command], leg, stop);
      } catch (error) {
        failures.push(`${command}, ${stop?.at.when} '${stop?.at.line}', journal ${stop?.journal}: ${error}`);
        await stage.loseJournal();
        await stage.goTo('nothing');
        break;
      }
    }
  }
  return { stops, failures };
}

interface NextStop {
  readonly at: Moment;
  readonly journal: (typeof journals)[number];
}

const isOpen = (legs: Legs): boolean => [...legs.values()].some(({ kept, lost }) => kept.open || lost.open);

/** With the journal kept and lost by turns, as long as there are moments of both. */
function nextOf(leg: Leg, round: number): NextStop | undefined {
  const turns = round % 2 === 0 ? journals : journals.toReversed();
  for (const journal of turns) {
    const at = leg[journal].next();
    if (at) return { at, journal };
  }
  return undefined;
}

async function visit(
  stage: TestedStage,
  wanted: Wanted,
  leg: Leg,
  stop: NextStop | undefined,
): Promise<void> {
  const moments = stop ? await stage.stopOnTheWay(wanted, stop.at) : [];
  if (stop?.journal === 'lost') await stage.loseJournal();
  await stage.goTo(wanted);
  const found = await stage.read();
  const wrong = differences(found, leg.end);
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  if (stop) leg[stop.journal].visited(moments);
}
