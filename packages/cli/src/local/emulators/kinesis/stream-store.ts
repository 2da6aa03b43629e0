import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { EmulatorContext } from '../emulator.ts';
import { invalid, KinesisError, missing } from './error.ts';
import { evenShards } from './shard.ts';
import { Stream } from './stream.ts';

/** Shards of a new stream on demand. https://docs.aws.amazon.com/streams/latest/dev/how-do-i-size-a-stream.html */
const ON_DEMAND_SHARDS = 4;
/** Hours. */
const RETENTION = 24;

export interface NewStream {
  readonly name: string;
  /** On demand without. */
  readonly shards?: number | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
}

/** All streams, each in a file of its own. */
export class StreamStore {
  private readonly context: Pick<EmulatorContext, 'folder' | 'region' | 'account' | 'time'>;
  private readonly streams = new Map<string, Stream>();

  constructor(context: Pick<EmulatorContext, 'folder' | 'region' | 'account' | 'time'>) {
    this.context = context;
    mkdirSync(context.folder, { recursive: true });
    for (const file of readdirSync(context.folder)) {
      if (!file.endsWith('.jsonl')) continue;
      const stream = new Stream(join(context.folder, file));
      this.streams.set(stream.definition.name, stream);
    }
  }

  /** By name. */
  list(): readonly Stream[] {
    return [...this.streams.values()].sort((one, other) =>
      one.definition.name < other.definition.name ? -1 : 1,
    );
  }

  find(name: string): Stream | undefined {
    return this.streams.get(name);
  }

  /**
   * The stream that a request names.
   *
   * @throws KinesisError ResourceNotFoundException, ValidationException
   */
  of({ StreamName, StreamARN }: { readonly StreamName?: string; readonly StreamARN?: string }): Stream {
    const name = StreamName ?? StreamARN?.split('/')[1];
    if (name === undefined) throw missing('streamName');
    const stream = this.streams.get(name);
    if (stream) return stream;
    const message = `Stream ${name} under account ${this.context.account} not found.`;
    throw new KinesisError('ResourceNotFoundException', message);
  }

  /** @throws KinesisError ResourceInUseException, InvalidArgumentException */
  create({ name, shards, tags = {} }: NewStream): Stream {
    const { region, account, time } = this.context;
    if (!/^[\w.-]{1,128}$/.test(name)) throw invalid(`The stream name ${name} is not valid.`);
    if (this.streams.has(name)) {
      const message = `Stream ${name} under account ${account} already exists.`;
      throw new KinesisError('ResourceInUseException', message);
    }
    const stream = new Stream(this.pathOf(name), {
      name,
      arn: `arn:aws:kinesis:${region}:${account}:stream/${name}`,
      created: time.now(),
      mode: shards === undefined ? 'ON_DEMAND' : 'PROVISIONED',
      retentionHours: RETENTION,
      tags,
      shards: evenShards(shards ?? ON_DEMAND_SHARDS, 0, []),
    });
    this.streams.set(name, stream);
    return stream;
  }

  delete(stream: Stream): void {
    const { name } = stream.definition;
    stream.close();
    this.streams.delete(name);
    rmSync(this.pathOf(name), { force: true });
  }

  close(): void {
    for (const stream of this.streams.values()) stream.close();
  }

  private pathOf(name: string): string {
    return join(this.context.folder, `${name}.jsonl`);
  }
}
