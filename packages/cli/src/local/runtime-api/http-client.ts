import type { ClientRequest } from 'node:http';
import { request } from '../node-http.ts';
import { STREAM_HEADERS } from './response-stream.ts';

/** Begins the request by which an answer is streamed to Lambda's Runtime API, whose body is still to be written. */
export function openAnswer(
  address: string,
  id: string,
): { readonly request: ClientRequest; readonly answered: Promise<void> } {
  const [hostname, port] = address.split(':');
  const { promise: answered, resolve, reject } = Promise.withResolvers<void>();
  const path = `/2018-06-01/runtime/invocation/${id}/response`;
  const call = request({ hostname, port, method: 'POST', path, headers: STREAM_HEADERS }, (response) => {
    response.on('end', resolve);
    response.on('error', reject);
    response.resume();
  });
  call.on('error', reject);
  return { request: call, answered };
}
