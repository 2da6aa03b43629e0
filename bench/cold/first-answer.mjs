// How long a handler takes from its import to its first answer, in a process that has done nothing else: `node first-answer.mjs FILE EVENT`,
// both files. Prints the answer, and the milliseconds and those of the processor's time.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [file, event] = process.argv.slice(2);
const given = JSON.parse(readFileSync(event, 'utf8'));
const context = { awsRequestId: 'request', getRemainingTimeInMillis: () => 3000 };
const load = createRequire(import.meta.url);
const before = process.cpuUsage();
const began = performance.now();
load(file)
  .handler(given, context)
  .then((answer) => {
    const wall = performance.now() - began;
    const { user, system } = process.cpuUsage(before);
    process.stdout.write(JSON.stringify({ answer, wall, cpu: (user + system) / 1000 }));
    // What others hold open, such as a client's timers, is not waited for.
    process.exit();
  });
