import { setTimeout as sleep } from 'node:timers/promises';
import { answerOf, type Running } from './running.ts';

const SAVES = 3;
/** Milliseconds. */
const GIVEN_UP = 10_000;

/** Milliseconds from saving the app's file to the first answer with what it says now; endless where none comes. */
export async function savedToAnswer({ server, save }: Running): Promise<readonly number[]> {
  const times: number[] = [];
  for (let at = 0; at < SAVES && !times.includes(Number.POSITIVE_INFINITY); at += 1) {
    const greeting = `Hello number ${at}`;
    const began = performance.now();
    save(greeting);
    times.push(await untilAnswered());

    async function untilAnswered(): Promise<number> {
      while (performance.now() - began < GIVEN_UP) {
        const answer = await server.ask().catch(() => undefined);
        if (answer === answerOf(greeting)) return performance.now() - began;
        await sleep(5);
      }
      return Number.POSITIVE_INFINITY;
    }
  }
  return times;
}
