import type { IncomingMessage } from 'node:http';
import type { ApiTarget } from '@tankard/framework/config';
import {
  functionUrlEvent,
  httpApiEvent,
  type ProxyCall,
  type ProxyRequest,
  type ProxyRoute,
  type RawHttpEvent,
  restApiEvent,
} from '@tankard/framework/gateway';

/** A request of Node's server, with its body read, as the event that each target would make of it. */
export function proxyEvent(
  api: ApiTarget,
  request: ProxyRequest,
  route: ProxyRoute | '$default',
  call?: ProxyCall,
): RawHttpEvent {
  if (api === 'http') return httpApiEvent(request, route, call);
  if (api === 'function-url') return functionUrlEvent(request, call);
  return restApiEvent(request, route === '$default' ? catchAll(request) : route, call);
}

/** A REST API has no `$default`: there the route of everything is `ANY /{proxy+}`. */
function catchAll(request: ProxyRequest): ProxyRoute {
  return { method: 'ANY', path: '/{proxy+}', params: { proxy: request.path.slice(1) } };
}

/** Takes a request of Node's server apart. */
export function proxyRequest(message: IncomingMessage, body: Uint8Array): ProxyRequest {
  // A proxy's client names the whole address: https://www.rfc-editor.org/rfc/rfc9112#section-3.2.2
  const url = (message.url ?? '/').replace(/^https?:\/\/[^/?]*/i, '');
  const question = url.indexOf('?');
  return {
    method: message.method ?? 'GET',
    path: question < 0 ? url : url.slice(0, question),
    queryString: question < 0 ? '' : url.slice(question + 1),
    headers: pairs(message.rawHeaders),
    body,
    sourceIp: message.socket.remoteAddress ?? '127.0.0.1',
  };
}

function pairs(flat: readonly string[]): [string, string][] {
  const out: [string, string][] = [];
  for (let at = 0; at + 1 < flat.length; at += 2) out.push([flat[at] ?? '', flat[at + 1] ?? '']);
  return out;
}
