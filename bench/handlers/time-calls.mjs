// How long a handler takes: `node --expose-gc time-calls.mjs FILE EVENTS`, both files. Prints what it answers to each event,
// and the median of nanoseconds of the processor's time that a call takes.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [file, events] = process.argv.slice(2);
// What handlers log is made and goes nowhere.
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = () => true;
const { handler } = createRequire(import.meta.url)(file);
const texts = JSON.parse(readFileSync(events, 'utf8')).map((event) => JSON.stringify(event));
const context = {
  awsRequestId: 'request',
  functionName: 'function',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:function',
  memoryLimitInMB: '256',
  getRemainingTimeInMillis: () => 3000,
};
const SLICES = 9;
/** Microseconds. */
const SLICE = 8_000;

const answers = [];
for (const text of texts) answers.push(await handler(JSON.parse(text), { ...context }));

let count = 50;
for (let warm = 0; warm < 250_000; ) {
  const took = await slice();
  warm += took;
  // Events take memory: no more than 4,000 at once.
  count = Math.min(4000, Math.max(20, Math.round((count * SLICE) / took)));
}
const times = [];
for (let at = 0; at < SLICES; at += 1) times.push(((await slice()) * 1000) / count);
times.sort((one, other) => one - other);
write(JSON.stringify({ answers, nanoseconds: times[Math.floor(SLICES / 2)] }));

/** Microseconds of calls one after another, each with an event that nobody has seen yet, as in Lambda. */
async function slice() {
  const fresh = Array.from({ length: count }, (_, at) => JSON.parse(texts[at % texts.length]));
  // What the events cost is cleared away before the clock starts. A full collection would throw compiled code away, too.
  for (let times = 0; times < 2; times += 1) globalThis.gc({ type: 'minor' });
  const before = process.cpuUsage();
  for (const event of fresh) await handler(event, { ...context });
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
