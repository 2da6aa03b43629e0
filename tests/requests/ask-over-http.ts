import { request } from 'node:http';
import type { RequestRow, Seen } from './request-row.ts';

/** Where an app is served: an address, and what a request says beside the row's words. */
export interface Served {
  /** `http://127.0.0.1:3000`. */
  readonly url: string;
  /** Default that of the address. */
  readonly host?: string;
  /** In front of each path: the name of a REST API's stage. */
  readonly prefix?: string;
}

/** Sends a row as it stands: Node's client neither decodes nor sorts nor adds anything but what is said here. */
export function askOverHttp({ url, host, prefix = '' }: Served, row: RequestRow): Promise<Seen> {
  const [method, target = ''] = row.asks.split(' ');
  const body = Buffer.from(row.body ?? '');
  const own = [
    ['Host', host ?? new URL(url).host],
    // A REST API sends bytes as bytes only to who accepts them, as every client does.
    ['Accept', '*/*'],
    ...(body.length > 0 ? [['Content-Length', String(body.length)]] : []),
  ];
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const call = request({
      ...{ hostname, port, method, path: `${prefix}${target}` },
      headers: [...own, ...(row.headers ?? [])].flat(),
    });
    call.on('error', reject);
    call.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const { 'set-cookie': cookies = [], ...headers } = response.headers;
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
          ...{ cookies, body: Buffer.concat(chunks) },
        });
      });
    });
    call.end(body);
  });
}
