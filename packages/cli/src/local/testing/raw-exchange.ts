import { once } from 'node:events';
import { connect } from 'node:net';

/** What came back over a connection. */
export interface Exchange {
  /** In Latin-1: a character a byte. */
  readonly text: string;
  /** Of each answer that is none in between, in their order. */
  readonly statuses: readonly number[];
  /** The server closed the connection, at the latest when it was told that no more would come. */
  readonly closed: boolean;
}

/** Milliseconds: a loaded machine answers within. */
const PATIENCE = 10_000;

/**
 * Writes bytes to a port as they are, each piece when the one before is out, waits for answers, and says that there are no more.
 *
 * @param wait for how many answers to wait; or, where nobody knows how many there will be, for how many milliseconds at most
 *   to wait for one.
 */
export async function rawExchange(
  url: string,
  pieces: readonly (string | Uint8Array)[],
  wait: { readonly answers: number } | { readonly milliseconds: number },
): Promise<Exchange> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true, allowHalfOpen: true });
  let text = '';
  const statuses = () =>
    [...text.matchAll(/HTTP\/1\.[01] ([2-9]\d\d) /g)].map(([, status]) => Number(status));
  const wanted = 'answers' in wait ? wait.answers : 1;
  const answered = new Promise<void>((resolve) => {
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      if (statuses().length >= wanted) resolve();
    });
  });
  // A server may be done with a client before the client is done with it.
  socket.on('error', () => {});
  const ended = Promise.race([once(socket, 'end').catch(() => {}), once(socket, 'close')]);
  for (const piece of pieces) await new Promise<void>((written) => socket.write(piece, () => written()));
  await within('answers' in wait ? PATIENCE : wait.milliseconds, Promise.race([answered, ended]));
  socket.end();
  const closed = await within(PATIENCE, ended);
  socket.destroy();
  return { text, statuses: statuses(), closed };
}

/** Whether something happens in time. */
async function within(milliseconds: number, happening: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const result = await Promise.race([happening.then(() => true), late]);
  clearTimeout(timer);
  return result;
}
