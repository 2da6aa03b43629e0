import { readFileSync } from 'node:fs';

/**
 * Milliseconds of the processor's time of a process and of its descendants that have ended. A machine that does other things besides
 * makes programs slower, and this hardly longer. Plain JavaScript, as it is loaded into programs that are measured.
 *
 * @param {number | string} pid
 * @throws Error where the system has no `/proc`, or the process has ended: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
 */
export function cpuTime(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15);
  // Linux counts in hundredths of a second.
  return { own: (user + system) * 10, ended: (endedUser + endedSystem) * 10 };
}
