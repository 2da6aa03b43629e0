// Loaded before a measured program: leaves in a file what its process has taken, bytes at its peak and milliseconds of the processor's time.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cpuTime } from './cpu-time.mjs';

const folder = process.env.BENCH_TAKEN_FOLDER;
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const taken = { memory: maxRSS * 1024, cpu: (userCPUTime + systemCPUTime) / 1000, left: left() };
  writeFileSync(join(folder, String(process.pid)), JSON.stringify(taken));
});

/** Milliseconds of children that are still there, such as esbuild: Linux counts for a parent what it has waited for. */
function left() {
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').match(/\d+/g) ?? [];
  return children.reduce((sum, pid) => sum + takenBy(pid), 0);
}

function takenBy(pid) {
  try {
    const { own, ended } = cpuTime(pid);
    return own + ended;
  } catch {
    // It has ended meanwhile.
    return 0;
  }
}
