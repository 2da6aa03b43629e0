import { Agent, request } from 'node:http';

/** Asks a local server over connections that are kept. */
export interface Connections {
  /** The body of a 200; rejects at anything else. */
  ask(): Promise<string>;
  close(): void;
}

export function connections(port: number, most: number): Connections {
  const agent = new Agent({ keepAlive: true, maxSockets: most });
  return {
    ask: () =>
      new Promise((resolve, reject) => {
        const asked = request({ host: '127.0.0.1', port, path: '/hello/Ada', agent }, (response) => {
          let body = '';
          response.setEncoding('utf8');
          response.on('data', (piece: string) => {
            body += piece;
          });
          response.on('error', reject);
          response.on('end', () =>
            response.statusCode === 200 ? resolve(body) : reject(new Error(`${response.statusCode} ${body}`)),
          );
        });
        asked.on('error', reject);
        asked.end();
      }),
    close: () => agent.destroy(),
  };
}
