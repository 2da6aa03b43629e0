import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, existsSync, openSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { ByteRange } from './range.ts';
import type { ObjectParts, StoredObject } from './stored-object.ts';

/** Whether a bucket's folder is complete: the file that is looked for is the last that its making writes. */
export const isBucket = (folder: string): boolean => existsSync(join(folder, 'bucket.json'));

/**
 * The objects of one bucket. Bytes lie in `blobs`, what is known of them in one JSON file an object in `objects`, under
 * the hash of the key, because a key may be longer than a file name and hold any character. Each file is written beside and
 * renamed, and an object's old bytes go only when the new ones count, so a kill at any point leaves the old or the new object.
 */
export class BucketStore {
  readonly name: string;
  readonly created: Date;
  private readonly folder: string;
  private readonly objects = new Map<string, StoredObject>();
  /** The last write of each key that is under way: writes of one key come one after another. */
  private readonly writes = new Map<string, Promise<unknown>>();

  private constructor(name: string, folder: string, created: Date) {
    this.name = name;
    this.folder = folder;
    this.created = created;
  }

  static async create(name: string, folder: string): Promise<BucketStore> {
    const created = new Date();
    await mkdir(join(folder, 'blobs'), { recursive: true });
    await mkdir(join(folder, 'objects'), { recursive: true });
    await writeFile(join(folder, 'bucket.json'), JSON.stringify({ name, created }));
    return new BucketStore(name, folder, created);
  }

  static async open(folder: string): Promise<BucketStore> {
    const { name, created } = JSON.parse(await readFile(join(folder, 'bucket.json'), 'utf8'));
    const store = new BucketStore(name, folder, new Date(created));
    for (const file of await readdir(join(folder, 'objects'))) {
      if (!file.endsWith('.json')) {
        await rm(join(folder, 'objects', file));
        continue;
      }
      const object: StoredObject = JSON.parse(await readFile(join(folder, 'objects', file), 'utf8'));
      store.objects.set(object.key, object);
    }
    await store.removeStrayBlobs();
    return store;
  }

  get size(): number {
    return this.objects.size;
  }

  get(key: string): StoredObject | undefined {
    return this.objects.get(key);
  }

  /** All objects in the order in which S3 lists them: by the bytes of the key in UTF-8. */
  list(): readonly StoredObject[] {
    return [...this.objects.values()].sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)));
  }

  /**
   * The bytes of an object that {@link get} gave just now. The file is opened at once, and stays readable when the
   * object is replaced while it is being sent.
   */
  read(object: StoredObject, range?: ByteRange): Readable {
    return createReadStream('', { ...range, fd: openSync(this.blobPath(object), 'r') });
  }

  /** Writes an object; `check` sees what stands there before it and may throw to leave that. */
  async put(
    parts: ObjectParts,
    bytes: Buffer,
    check: (existing?: StoredObject) => void = () => {},
  ): Promise<StoredObject> {
    return this.alone(parts.key, async () => {
      const old = this.objects.get(parts.key);
      check(old);
      const blob = randomUUID();
      await writeFile(join(this.folder, 'blobs', blob), bytes);
      const { etag = `"${createHash('md5').update(bytes).digest('hex')}"`, ...rest } = parts;
      const object = { ...rest, etag, size: bytes.length, modified: new Date().toISOString(), blob };
      await this.record(object);
      if (old) await rm(this.blobPath(old), { force: true });
      return object;
    });
  }

  /** Gives an object other tags; nothing else of it changes. */
  async tag({ key }: StoredObject, tags: Readonly<Record<string, string>>): Promise<void> {
    await this.alone(key, async () => {
      const object = this.objects.get(key);
      if (object) await this.record({ ...object, tags });
    });
  }

  async delete(key: string): Promise<StoredObject | undefined> {
    return this.alone(key, async () => {
      const object = this.objects.get(key);
      if (!object) return undefined;
      this.objects.delete(key);
      await rm(this.recordPath(key), { force: true });
      await rm(this.blobPath(object), { force: true });
      return object;
    });
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  private async alone<T>(key: string, write: () => Promise<T>): Promise<T> {
    const before = this.writes.get(key) ?? Promise.resolve();
    const mine = before.then(write, write);
    this.writes.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.writes.get(key) === mine) this.writes.delete(key);
    }
  }

  private async record(object: StoredObject): Promise<void> {
    const path = this.recordPath(object.key);
    const fresh = `${path}.${randomUUID()}`;
    await writeFile(fresh, JSON.stringify(object));
    await rename(fresh, path);
    this.objects.set(object.key, object);
  }

  /** What a write left behind that was killed between its two files. */
  private async removeStrayBlobs(): Promise<void> {
    const known = new Set([...this.objects.values()].map(({ blob }) => blob));
    const blobs = await readdir(join(this.folder, 'blobs'));
    const stray = blobs.filter((blob) => !known.has(blob));
    await Promise.all(stray.map((blob) => rm(join(this.folder, 'blobs', blob))));
  }

  private blobPath(object: StoredObject): string {
    return join(this.folder, 'blobs', object.blob);
  }

  private recordPath(key: string): string {
    return join(this.folder, 'objects', `${createHash('sha256').update(key).digest('hex')}.json`);
  }
}
