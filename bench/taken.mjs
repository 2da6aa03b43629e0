// Loaded before a measured program: leaves in a file what its process has taken, bytes at its peak and milliseconds of the processor's time.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env.BENCH_TAKEN_FOLDER;
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const taken = { memory: maxRSS * 1024, cpu: (userCPUTime + systemCPUTime) / 1000, left: left() };
  writeFileSync(join(folder, String(process.pid)), JSON.stringify(taken));
});

/** Milliseconds of children that are still there, such as esbuild: Linux counts for a parent what it has waited for. */
function left() {
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').match(/\d+/g) ?? [];
  return children.reduce((sum, pid) => sum + ticksOf(pid) * 10, 0);
}

/** In hundredths of a second: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function ticksOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  } catch {
    // It has ended meanwhile.
    return 0;
  }
}
