import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { BucketStore, isBucket } from './bucket-store.ts';
import { noSuchBucket, S3Error } from './error.ts';

/** All buckets, each in a folder of its own. */
export class S3Store {
  private readonly folder: string;
  private readonly buckets: Map<string, BucketStore>;

  private constructor(folder: string, buckets: Map<string, BucketStore>) {
    this.folder = folder;
    this.buckets = buckets;
  }

  static async open(folder: string): Promise<S3Store> {
    await mkdir(folder, { recursive: true });
    const folders = (await readdir(folder)).map((name) => join(folder, name));
    const stores = await Promise.all(folders.filter(isBucket).map((path) => BucketStore.open(path)));
    return new S3Store(folder, new Map(stores.map((store) => [store.name, store])));
  }

  list(): readonly BucketStore[] {
    return [...this.buckets.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  has(name: string): boolean {
    return this.buckets.has(name);
  }

  /** @throws S3Error NoSuchBucket */
  bucket(name: string): BucketStore {
    const store = this.buckets.get(name);
    if (!store) throw noSuchBucket();
    return store;
  }

  /** @throws S3Error InvalidBucketName; https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
  async create(name: string): Promise<void> {
    if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) || name.includes('..')) {
      throw new S3Error('InvalidBucketName', 400, 'The specified bucket is not valid.');
    }
    if (this.buckets.has(name)) return;
    this.buckets.set(name, await BucketStore.create(name, join(this.folder, name)));
  }

  /** @throws S3Error NoSuchBucket, BucketNotEmpty */
  async delete(name: string): Promise<void> {
    const store = this.bucket(name);
    if (store.size > 0)
      throw new S3Error('BucketNotEmpty', 409, 'The bucket you tried to delete is not empty');
    this.buckets.delete(name);
    await store.remove();
  }
}
