// Loaded before a measured program: leaves its peak memory in a file, in bytes.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env.BENCH_PEAK_FOLDER;
process.on('exit', () => {
  writeFileSync(join(folder, String(process.pid)), String(process.resourceUsage().maxRSS * 1024));
});
