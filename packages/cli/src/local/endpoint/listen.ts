import type { Server } from 'node:http';

/** How many ports after the wanted one are tried. */
const TRIES = 50;

/**
 * Listens on the loopback interface, on the port given or the next free one. 0 takes any.
 *
 * @returns the port that was taken.
 * @throws Error where none of the next 50 is free.
 */
export async function listen(server: Server, wanted: number): Promise<number> {
  for (let port = wanted; ; port++) {
    try {
      return await listenOn(server, port);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || port >= wanted + TRIES || port >= 65_535)
        throw error;
    }
  }
}

function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
