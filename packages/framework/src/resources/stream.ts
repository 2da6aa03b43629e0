import type { StreamDeclaration } from '../manifest/types.ts';
import { fromEnvironment } from './environment.ts';
import { Handle } from './resource.ts';

export interface StreamOptions {
  /** A fixed number of shards; default on demand. */
  readonly shards?: number | undefined;
}

/** A Kinesis data stream. */
export class Stream extends Handle<'stream', StreamOptions | undefined> {
  override readonly kind = 'stream';

  /** @throws {Error} where `TANKARD_STREAM_<NAME>` is not set. */
  get name(): string {
    return fromEnvironment('stream', this.id);
  }

  /** @throws {Error} where `TANKARD_STREAM_<NAME>_ARN` is not set. */
  get arn(): string {
    return fromEnvironment('stream', this.id, 'arn');
  }
}

export interface DeclareStream {
  /** Declares a stream that the app owns. Its data outlives `tankard delete`. */
  (name: string, options?: StreamOptions): Stream;
  /** A stream that is there already, by its name or ARN. */
  existing(nameOrArn: string): Stream;
}

export function streamDeclaration({
  id: name,
  declared,
}: Pick<Stream, 'id' | 'declared'>): StreamDeclaration {
  const { options, existing, place } = declared;
  return { kind: 'stream', name, place, existing, shards: options?.shards };
}
