import type { StreamDeclaration } from '../manifest/types.ts';
import { NamedHandle } from './named-handle.ts';

/**
 * What a stream may say of itself.
 *
 * @see https://docs.aws.amazon.com/streams/latest/dev/how-do-i-size-a-stream.html
 */
export interface StreamOptions {
  /** A fixed number of shards; default on demand. */
  readonly shards?: number | undefined;
}

/** A Kinesis data stream. */
export class Stream extends NamedHandle<'stream', StreamOptions | undefined> {
  override readonly kind = 'stream';
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
