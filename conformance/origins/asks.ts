import { request } from 'node:http';

/** What a browser learns from an answer, for a page of another origin. */
export interface Learnt {
  readonly status: number;
  /** The origin that may read it. */
  readonly origin: string | undefined;
  /** What it may call; only of the question before a call. */
  readonly methods: string | undefined;
}

/** Where a stage is served: an engine tells by the host whose request it is. */
export interface Served {
  readonly engine: string;
  readonly host: string;
  readonly prefix: string;
}

/** Where a URL of AWS is served by an engine on this machine. */
export function servedBy(engine: string, address: string): Served {
  const { host, pathname } = new URL(address);
  const own = host.replace(/^(\w+)\.execute-api\..*$/, '$1.execute-api').replace(/\.on\.aws$/, '');
  return { engine, host: `${own}.localhost:${new URL(engine).port}`, prefix: pathname.replace(/\/$/, '') };
}

/** Sends what a browser sends for a page of an origin: the call, or with `asks` the question before it. */
export function ask(
  { engine, host, prefix }: Served,
  path: string,
  origin: string,
  asks?: string,
): Promise<Learnt> {
  const { hostname, port } = new URL(engine);
  const headers = { host, origin, accept: '*/*', ...(asks && { 'access-control-request-method': asks }) };
  const method = asks ? 'OPTIONS' : 'GET';
  return new Promise((resolve, reject) => {
    const call = request({ hostname, port, method, path: prefix + path, headers }, (response) => {
      response.resume();
      const said = (name: string) => response.headers[name]?.toString();
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          origin: said('access-control-allow-origin'),
          methods: asks && said('access-control-allow-methods'),
        }),
      );
    });
    call.on('error', reject);
    call.end();
  });
}
