import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { installed } from '../environment.ts';

/** Unpacks a zip as Lambda does, by Python's own module: an independent reader of what archiver wrote. */
export function unzip(zip: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  execFileSync(join(installed('VALIDATORS'), 'bin', 'python'), ['-m', 'zipfile', '--extract', zip, folder]);
}
