import type { IncomingMessage } from 'node:http';

/** Requests that change nothing. */
const SAFE = new Set(['GET', 'HEAD']);

/**
 * Says why a request is refused, or nothing. A page of another origin must not ask, and a host name that somebody points to this machine
 * (DNS rebinding) must not make its page one of ours.
 */
export function originFault({ method = '', headers, socket }: IncomingMessage): string | undefined {
  const host = headers.host ?? '';
  const hosts = ['localhost', '127.0.0.1'].map((name) => `${name}:${socket.localPort}`);
  if (!hosts.includes(host)) return `The console is at ${hosts[0]}, and not at '${host}'.`;
  const { origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode } = headers;
  if (origin !== undefined && origin !== `http://${host}`)
    return `Pages of ${origin} may not use the console.`;
  if (!SAFE.has(method))
    return origin === undefined ? 'Only the console itself may change anything.' : undefined;
  // A link may lead here from anywhere; what is embedded or fetched has to be our own.
  const isForeign = site === 'cross-site' || site === 'same-site';
  return isForeign && mode !== 'navigate' ? 'Other pages may not read the console.' : undefined;
}
