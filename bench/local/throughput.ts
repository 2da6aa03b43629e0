import { connections } from './connections.ts';
import { answerOf } from './running.ts';

/** Milliseconds before the count begins: what is started on demand is there by then, and what runs often is compiled. */
const WARM_UP = 3_000;
const COUNTED = 2_000;

/** Requests a second over some connections at once, each of which asks again as soon as it has its answer. */
export async function throughput(port: number, callers: number): Promise<number> {
  const server = connections(port, callers);
  const expected = answerOf('Hello');
  const begin = performance.now() + WARM_UP;
  let count = 0;
  let last = begin;
  async function askAgain(): Promise<void> {
    for (let now = 0; now < begin + COUNTED; ) {
      const answer = await server.ask();
      if (answer !== expected) throw new Error(`It answers ${answer}.`);
      now = performance.now();
      if (now < begin) continue;
      count += 1;
      last = now;
    }
  }
  try {
    await Promise.all(Array.from({ length: callers }, askAgain));
  } finally {
    server.close();
  }
  return (count * 1000) / (last - begin);
}
