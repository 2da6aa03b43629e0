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
  /** What the process is at now. */
  begin(invocation: string): void;
  /** The process has ended. */
  leave(): void;
}

/**
 * Tells which invocation a call to the endpoint came from, by the access key that signed it: each process has its own, and is at one
 * event at a time. That is how causes chain, and whose permissions count.
 */
export interface Callers {
  admit(functionName: string): Identity;
  /**
   * Gives an access key to a process in which all functions run.
   *
   * @param current tells at each call whose it is; nothing for one from outside of the app.
   */
  share(current: () => Caller | undefined): string;
  /** Nothing for a call from outside of the app. */
  of(accessKeyId: string): Caller | undefined;
}

export function createCallers(): Callers {
  const callers = new Map<string, () => Caller | undefined>();
  const newKey = () => `ASIALOCAL${randomBytes(6).toString('hex').toUpperCase()}`;
  return {
    admit(name) {
      const accessKeyId = newKey();
      let invocation: string | undefined;
      callers.set(accessKeyId, () => ({ function: name, invocation }));
      return {
        accessKeyId,
        begin: (begun) => {
          invocation = begun;
        },
        leave: () => callers.delete(accessKeyId),
      };
    },
    share(current) {
      const accessKeyId = newKey();
      callers.set(accessKeyId, current);
      return accessKeyId;
    },
    of: (accessKeyId) => callers.get(accessKeyId)?.(),
  };
}
