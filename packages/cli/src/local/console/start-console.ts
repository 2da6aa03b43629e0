import type { IncomingMessage, ServerResponse } from 'node:http';
import { listen } from '../endpoint/listen.ts';
import { createServer } from '../node-http.ts';
import type { ConsoleSources } from './sources.ts';

/** The web page of a session, at an address of its own. */
export interface Console {
  readonly port: number;
  /** `http://localhost:4700`. */
  readonly url: string;
  close(): Promise<void>;
}

export type Answer = (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>;

/**
 * Serves the console on the loopback interface. Only a port is taken here: everything else is loaded with the first request, so that
 * it adds nothing to the time to readiness.
 *
 * @param port the first that is tried; 0 takes any.
 * @throws TankardError LOCAL_PORT_UNUSABLE
 */
export async function startConsole(wanted: number, sources: ConsoleSources): Promise<Console> {
  let answer: Promise<Answer> | undefined;
  const server = createServer((incoming, outgoing) => {
    answer ??= import('./answer.ts').then(({ createAnswer }) => createAnswer(sources));
    answer.then((ready) => ready(incoming, outgoing)).catch(() => outgoing.destroy());
  });
  const port = await listen(server, wanted);
  return {
    port,
    url: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
