import { Socket } from 'node:net';
import { hear, PIPE, say, type ToRuntime, type ToSession } from './pipe.ts';

/** The session, as the process of a function speaks to it. */
export function openSession() {
  const pipe = new Socket({ fd: PIPE });
  let take: (message: ToRuntime) => void = () => {};
  hear<ToRuntime>(pipe, (message) => take(message));
  pipe.unref();

  return {
    /** Waits for what the session says to this, or without being asked; this alone keeps the process. */
    async ask<Answer extends ToRuntime>(message?: ToSession): Promise<Answer> {
      pipe.ref();
      if (message) say(pipe, message);
      const answer = await new Promise<ToRuntime>((resolve) => {
        take = resolve;
      });
      pipe.unref();
      return answer as Answer;
    },
    /** Resolves when the system has it: the process may end then. */
    tell: (message: ToSession) => new Promise<void>((resolve) => say(pipe, message, resolve)),
  };
}
