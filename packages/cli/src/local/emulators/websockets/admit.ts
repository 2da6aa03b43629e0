import { randomUUID } from 'node:crypto';
import { connectEvent, type ProxyRequest, type SocketCall } from '@tankard/framework/gateway';
import { STATUS_CODES } from '../../node-http.ts';
import type { SocketApp, SocketHost } from './socket-app.ts';

/** A client may connect, with what is known of it from then on; or it may not. */
export type Admission =
  | { readonly call: SocketCall; readonly protocol?: string | undefined }
  | { readonly status: number; readonly message: string };

/**
 * Asks the authorizer and the handler of `$connect`, where there are such, whether a client may connect.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-route-keys-connect-disconnect.html
 */
export async function admit(
  request: Pick<ProxyRequest, 'headers' | 'queryString'>,
  call: SocketCall,
  app: SocketApp,
  { invoke }: Pick<SocketHost, 'invoke'>,
): Promise<Admission> {
  const route = app.routes.get('$connect');
  if (!route) return { call };
  const run = (name: string, event: string, by: 'websocket' | 'authorizer') =>
    invoke({ function: name, event, cause: { by, what: 'WebSocket $connect', after: [] } });
  let known = call;
  if (route.callers) {
    const ask = (name: string, event: string) => run(name, event, 'authorizer');
    const passage = await app.gatekeeper.admit(route.callers, connectEvent(request, call), ask);
    if ('refused' in passage) return refused(passage.refused.status);
    const { identity, authorizer } = passage.context as Partial<Pick<SocketCall, 'identity' | 'authorizer'>>;
    known = { ...call, identity, authorizer };
  }
  const event = connectEvent(request, { ...known, requestId: randomUUID() });
  const { failed, payload } = await run(route.function, JSON.stringify(event), 'websocket');
  const { statusCode, headers } = failed ? { statusCode: 500 } : answerIn(payload);
  if (statusCode < 200 || statusCode >= 300) return refused(statusCode);
  const protocol = Object.entries(headers ?? {}).find(
    ([name]) => name.toLowerCase() === 'sec-websocket-protocol',
  );
  return { call: known, protocol: protocol?.[1] };
}

function refused(status: number): Admission {
  return { status, message: MESSAGES[status] ?? STATUS_CODES[status] ?? 'Refused' };
}

/** As API Gateway writes them. */
const MESSAGES: Readonly<Record<number, string>> = { 500: 'Internal server error' };

interface ConnectAnswer {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** What has no status is no answer of a proxy integration. */
function answerIn(payload: string): ConnectAnswer {
  const answer = JSON.parse(payload) as Partial<ConnectAnswer> | null;
  const statusCode = Number(answer?.statusCode);
  return { statusCode: Number.isInteger(statusCode) ? statusCode : 502, headers: answer?.headers };
}
