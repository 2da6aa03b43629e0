import { randomBytes } from 'node:crypto';

/** Who makes a call of AWS: a function, in the middle of an invocation. */
export interface Caller {
  /** The function's name in the graph. */
  readonly function: string;
  /** The id of the invocation's record; that of the last one where a process calls between two. */
  readonly invocation: string | undefined;
}

/** One process of a function, known by credentials that no other has. */
export interface Identity {
  readonly accessKeyId: string;
  /** What the process is at now; nothing where that cannot be told. */
  begin(invocation: string | undefined): void;
  /** The process has ended. */
  leave(): void;
}

/**
 * Tells which invocation a call to the endpoint came from, by the access key that signed it: each process has its own, and is at one
 * event at a time. That is how causes chain, and whose permissions count.
 */
export interface Callers {
  admit(functionName: string): Identity;
  /** Nothing for a call from outside of the app. */
  of(accessKeyId: string): Caller | undefined;
}

export function createCallers(): Callers {
  const callers = new Map<string, Caller>();
  return {
    admit(name) {
      const accessKeyId = `ASIALOCAL${randomBytes(6).toString('hex').toUpperCase()}`;
      callers.set(accessKeyId, { function: name, invocation: undefined });
      return {
        accessKeyId,
        begin: (invocation) => callers.set(accessKeyId, { function: name, invocation }),
        leave: () => callers.delete(accessKeyId),
      };
    },
    of: (accessKeyId) => callers.get(accessKeyId),
  };
}
