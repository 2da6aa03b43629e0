import { type FSWatcher, readdirSync, watch } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';

/** What an app is made of; other files are read at run time or are no part of it. */
const WATCHED = new Set(['.ts', '.mts', '.cts', '.tsx', '.js', '.mjs', '.cjs', '.jsx', '.json']);
const SKIPPED = new Set(['node_modules', 'dist', 'coverage']);

/**
 * Watches the code below a folder, but not packages, output and hidden folders. Node's own recursive watching would
 * walk through `node_modules`.
 *
 * @param onChange is called with the path of each file that was written, made or removed.
 * @returns stops watching.
 */
export function watchProject(folder: string, onChange: (path: string) => void): () => void {
  const watchers = new Map<string, FSWatcher>();
  let stopped = false;

  function add(directory: string): void {
    if (stopped || watchers.has(directory)) return;
    try {
      const watcher = watch(directory, (_, name) => {
        if (name !== null) changed(join(directory, name));
      });
      watcher.on('error', () => drop(directory));
      watchers.set(directory, watcher);
      for (const entry of readdirSync(directory, { withFileTypes: true })) {
        if (entry.isDirectory() && !isSkipped(entry.name)) add(join(directory, entry.name));
      }
    } catch {
      // It was removed in between.
      drop(directory);
    }
  }

  function changed(path: string): void {
    if (stopped) return;
    if (WATCHED.has(extname(path))) onChange(path);
    else if (extname(path) === '' && !isSkipped(basename(path))) {
      const known = watchers.has(path);
      add(path);
      if (!known && watchers.has(path)) onChange(path);
    }
  }

  function drop(directory: string): void {
    watchers.get(directory)?.close();
    watchers.delete(directory);
  }

  add(resolve(folder));
  return () => {
    stopped = true;
    for (const directory of [...watchers.keys()]) drop(directory);
  };
}

function isSkipped(name: string): boolean {
  return name.startsWith('.') || SKIPPED.has(name);
}
