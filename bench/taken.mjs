// Loaded before a measured program: leaves in a file what its process has taken, bytes at its peak and milliseconds of the processor's time.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env.BENCH_TAKEN_FOLDER;
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const taken = { memory: maxRSS * 1024, cpu: (userCPUTime + systemCPUTime) / 1000 };
  writeFileSync(join(folder, String(process.pid)), JSON.stringify(taken));
});
