import { EventEmitter } from 'node:events';
import type { ResponseStream } from './send.ts';

/** What a streaming handler writes to, in tests: it keeps everything, and is full where it is told so. */
export class TestStream extends EventEmitter implements ResponseStream {
  readonly written: Buffer[] = [];
  type: string | undefined;
  ended = false;
  destroyed = false;
  isFull = false;

  write(chunk: string | Uint8Array): boolean {
    this.written.push(Buffer.from(chunk as Uint8Array));
    return !this.isFull;
  }

  end(): void {
    this.ended = true;
  }

  setContentType(type: string): void {
    this.type = type;
  }

  /** There is room again. */
  drain(): void {
    this.isFull = false;
    this.emit('drain');
  }

  /** The reader goes. */
  leave(): void {
    this.destroyed = true;
    this.emit('close');
  }

  /** What stands before the body. */
  get head(): unknown {
    const all = Buffer.concat(this.written);
    return JSON.parse(all.subarray(0, all.indexOf(DELIMITER)).toString());
  }

  /** What was written after the head. */
  get body(): string {
    const all = Buffer.concat(this.written);
    return all.subarray(all.indexOf(DELIMITER) + DELIMITER.length).toString();
  }
}

const DELIMITER = Buffer.alloc(8);
