import type { Server } from 'node:net';
import { TankardError } from '@tankard/framework/errors';
import { problem } from '../../errors/problem.ts';

/** How many ports after the wanted one are tried. */
const TRIES = 50;

/**
 * Listens on the loopback interface, on the port given or the next free one. 0 takes any.
 *
 * @returns the port that was taken.
 * @throws TankardError LOCAL_PORT_UNUSABLE where neither it nor one of the next 50 can be taken.
 */
export async function listen(server: Server, wanted: number): Promise<number> {
  for (let port = wanted; ; port++) {
    try {
      return await listenOn(server, port);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === 'EADDRINUSE' && port < wanted + TRIES && port < 65_535) continue;
      throw new TankardError([
        problem('LOCAL_PORT_UNUSABLE', {
          message: `Port ${wanted} cannot be used, nor one of the next: ${message}.`,
          remedy:
            'Give another one: --port for the app, --aws-port for AWS, --console-port for the console. 0 takes any that is free.',
        }),
      ]);
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
