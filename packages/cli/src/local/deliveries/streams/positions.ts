import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** How far a mapping has read its stream. */
export interface Positions {
  /** The stream's id. */
  readonly stream: string;
  readonly shards: Readonly<Record<string, ShardPosition>>;
}

export interface ShardPosition {
  /** The last record that is done; nothing before the oldest. */
  readonly after?: string | undefined;
  /** All that the shard ever had is done. */
  readonly ended?: boolean | undefined;
}

/** The positions of one mapping, on disk. */
export interface PositionFile {
  read(): Promise<Positions | undefined>;
  /** Writes soon; what is given while that is under way is written after it, and only the last. */
  save(positions: Positions): void;
  /** Resolves when all is on disk. */
  saved(): Promise<void>;
}

export function positionFile(folder: string, mapping: string): PositionFile {
  const path = join(folder, `${mapping}.json`);
  let next: Positions | undefined;
  let writing: Promise<void> | undefined;

  async function write(): Promise<void> {
    while (next) {
      const text = JSON.stringify(next);
      next = undefined;
      await mkdir(folder, { recursive: true });
      await writeFile(`${path}.new`, text);
      await rename(`${path}.new`, path);
    }
  }

  return {
    async read() {
      try {
        return JSON.parse(await readFile(path, 'utf8'));
      } catch {
        return undefined;
      }
    },
    save(positions) {
      next = positions;
      writing ??= write().finally(() => {
        writing = undefined;
      });
    },
    saved: async () => writing,
  };
}
