import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/**
 * A map that survives a restart, in one JSON file that is written whole before a change returns: for settings, of which there are
 * few. A kill at any point leaves the file of before or after.
 */
export class KeptMap<Value> {
  private readonly path: string;
  private readonly entries: Map<string, Value>;

  constructor(path: string) {
    this.path = path;
    this.entries = new Map(existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : []);
  }

  get(key: string): Value | undefined {
    return this.entries.get(key);
  }

  /** In the order in which they were made. */
  values(): readonly Value[] {
    return [...this.entries.values()];
  }

  set(key: string, value: Value): void {
    this.entries.set(key, value);
    this.write();
  }

  delete(key: string): boolean {
    const deleted = this.entries.delete(key);
    if (deleted) this.write();
    return deleted;
  }

  private write(): void {
    const fresh = `${this.path}.new`;
    writeFileSync(fresh, JSON.stringify([...this.entries]));
    renameSync(fresh, this.path);
  }
}
