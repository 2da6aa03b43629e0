import type { Duplex } from 'node:stream';
import { forEachLine } from '../workers/output-lines.ts';

/** The descriptor at which a process of a function finds the pipe. */
export const PIPE = 3;

/** Where the code lies, for a process that was started ahead of it. */
export interface CodePlace {
  readonly folder: string;
}

/** The answer to `next`, with what Lambda's Runtime API says in headers. */
export interface NextEvent {
  readonly id: string;
  /** JSON text. */
  readonly payload: string;
  /** Epoch milliseconds. */
  readonly deadline: number;
  readonly functionArn: string;
  readonly traceId: string;
}

/** What a session says to a runtime client of ours, which has asked for it. */
export type ToRuntime = CodePlace | NextEvent;

/** What the client says: the calls of the Runtime API. */
export type ToSession =
  | { readonly next: true }
  /** Asks for the next event as well. */
  | { readonly answered: string; readonly body: string; readonly failed: boolean }
  | { readonly initFailed: string };

/** Says something, as a line of JSON. */
export function say(pipe: Duplex, message: ToRuntime | ToSession, sent?: () => void): void {
  pipe.write(`${JSON.stringify(message)}\n`, sent);
}

/** Hears what the other end says. One that says anything else is hung up on: an app's code can reach the descriptor, too. */
export function hear<Message extends ToRuntime | ToSession>(
  pipe: Duplex,
  take: (message: Message) => void,
): void {
  forEachLine(pipe, (line) => {
    try {
      take(JSON.parse(line));
    } catch {
      pipe.destroy();
    }
  });
}
