import { once } from 'node:events';
import { type IncomingMessage, request as open } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** `fetch` under the name of a host that leads nowhere: an engine tells its APIs by it, and Node's own sends that of the address. */
export function fetchAs(host: string): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const headers = { accept: '*/*', ...Object.fromEntries(request.headers), host };
    const call = open(request.url, { method: request.method, headers });
    call.end(Buffer.from(await request.arrayBuffer()));
    const [answer] = (await once(call, 'response')) as [IncomingMessage];
    const body = await buffer(answer);
    const said = Object.entries(answer.headersDistinct).flatMap(([name, values = []]) =>
      values.map((value): [string, string] => [name, value]),
    );
    return new Response(body.length > 0 ? body : null, { status: answer.statusCode ?? 0, headers: said });
  };
}
