import type { IncomingMessage, ServerResponse } from 'node:http';
import { isTankardError } from '@tankard/framework/errors';
import type { ProxyRequest, RawHttpEvent } from '@tankard/framework/gateway';
import { problemsText } from '../../report/problem-text.ts';
import { styleOf } from '../../report/style.ts';
import { listen } from '../endpoint/listen.ts';
import { wholeBody } from '../endpoint/whole-body.ts';
import { createServer } from '../node-http.ts';
import { answerFlow } from './answer-flow.ts';
import type { Ask } from './callers/gatekeeper.ts';
import { compressed, expanded } from './compression.ts';
import { preflightAnswer, withCors, withErrorCors } from './cors.ts';
import type { GatewayApp } from './gateway-app.ts';
import {
  flowingAnswer,
  functionFailed,
  gatewayAnswer,
  type ProxyAnswer,
  proxyAnswer,
  refused,
  unknownPath,
} from './proxy-answer.ts';
import { proxyEvent, proxyRequest } from './proxy-event.ts';

/** Bytes: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
const LARGEST_BODY = 10 * 1024 * 1024;

export interface GatewayOptions {
  /** The first port that is tried; the next free one is taken. 0: any. */
  readonly port: number;
  /** The app as it stands now; waits for a build that is under way, and throws what stopped it. */
  readonly app: () => Promise<GatewayApp>;
  /** Called after each answer; `function` is absent where no function was called. */
  readonly onAnswer?: ((answered: Answered) => void) | undefined;
}

export interface Answered {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** Milliseconds. */
  readonly duration: number;
  readonly function?: string | undefined;
}

export interface Gateway {
  readonly port: number;
  /** `http://localhost:3000`. */
  readonly url: string;
  close(): Promise<void>;
}

/** An HTTP server that answers as API Gateway would: it matches routes, makes events, and turns results into answers. */
export async function startGateway({ port: wanted, app, onAnswer }: GatewayOptions): Promise<Gateway> {
  const server = createServer({ optimizeEmptyRequests: true }, (incoming, outgoing) => {
    const started = performance.now();
    answer(incoming, app)
      .catch((error): Routed => ({ answer: failed(error) }))
      .then(async (routed) => {
        await send(outgoing, incoming.method, routed.answer);
        onAnswer?.({
          method: incoming.method ?? '',
          path: incoming.url ?? '',
          status: routed.answer.status,
          duration: performance.now() - started,
          function: routed.function,
        });
      })
      .catch(() => outgoing.destroy());
  });
  // A connection is kept for as long as its client likes: nobody else waits for it.
  server.keepAliveTimeout = 0;
  const port = await listen(server, wanted);
  return {
    port,
    url: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Routed {
  readonly answer: ProxyAnswer;
  readonly function?: string | undefined;
}

async function answer(incoming: IncomingMessage, current: () => Promise<GatewayApp>): Promise<Routed> {
  const sent = await wholeBody(incoming, LARGEST_BODY);
  if (!sent) return { answer: gatewayAnswer(413, 'Request Entity Too Large') };
  const app = await current();
  const { api, cors = {} } = app;
  const plain = proxyRequest(incoming, sent);
  const asked = preflightAnswer(cors, plain);
  if (asked) return { answer: asked };
  const body = api === 'rest' ? await expanded(sent, plain.headers, LARGEST_BODY) : sent;
  if (!body) return { answer: withErrorCors(cors, gatewayAnswer(415, 'Unsupported Media Type')) };
  const request = { ...plain, body };
  const { answer: said, function: called } = await routed(app, request);
  // What an HTTP API answers without a function says nothing of other origins.
  const answer = api === 'http' && called === undefined ? said : withCors(cors, request, said, api);
  return { answer: await compressed(answer, request.headers, app.compression), function: called };
}

async function routed(app: GatewayApp, request: ProxyRequest): Promise<Routed> {
  const { api, cors = {} } = app;
  const match = app.matcher.match(request.method, request.path);
  const name = match?.route.function ?? app.fallback;
  if (name === undefined) return { answer: withErrorCors(cors, unknownPath(api)) };
  const route = match
    ? { method: match.route.method, path: match.route.path, params: match.params }
    : '$default';
  const event = proxyEvent(api, request, route, { stage: app.stage });
  const what = `${request.method} ${request.path}`;
  const callers = match ? match.route.callers : app.fallbackCallers;
  const admission = callers && (await app.gatekeeper.admit(callers, event, asker(app, what)));
  if (admission && 'refused' in admission) return { answer: withErrorCors(cors, refused(admission.refused)) };
  const seen = JSON.stringify(withContext(event, admission?.context));
  if (app.streaming?.has(name)) {
    const flow = await answerFlow((take) => app.invoke(name, seen, what, { take }));
    return { answer: flowingAnswer(api, flow), function: name };
  }
  const result = await app.invoke(name, seen, what);
  if (result.failed) return { answer: withErrorCors(cors, functionFailed(api)), function: name };
  return { answer: proxyAnswer(api, JSON.parse(result.payload)), function: name };
}

const asker =
  (app: GatewayApp, what: string): Ask =>
  (functionName, payload) =>
    app.invoke(functionName, payload, what, { by: 'authorizer' });

/** What was found of the caller stands among what the event says of the call. */
function withContext(event: RawHttpEvent, found: Readonly<Record<string, unknown>> = {}): RawHttpEvent {
  const { identity, ...rest } = found;
  const known = event.requestContext;
  const who = identity ? { identity: { ...(known?.identity as object), ...identity } } : {};
  return { ...event, requestContext: { ...known, ...rest, ...who } };
}

/** A build that failed stands in the answer, so that nobody takes the last good one for the new one. */
function failed(error: unknown): ProxyAnswer {
  const text = isTankardError(error)
    ? problemsText(error.problems, styleOf('plain'))
    : `tankard local: ${String(error)}\n`;
  return { status: 500, headers: [['content-type', 'text/plain; charset=utf-8']], body: text };
}

/** Names that Node's server sets itself. */
const OWN = new Set(['content-length', 'transfer-encoding', 'connection']);

async function send(
  outgoing: ServerResponse,
  method: string | undefined,
  { status, headers, body, flow }: ProxyAnswer,
): Promise<void> {
  const raw: string[] = [];
  for (const [name, value] of headers) if (!OWN.has(name.toLowerCase())) raw.push(name, value);
  if (flow) {
    outgoing.writeHead(status, raw);
    outgoing.flushHeaders();
    return flow.sendTo(outgoing);
  }
  const length = Buffer.byteLength(body);
  if (status !== 204 && status !== 304) raw.push('content-length', String(length));
  outgoing.writeHead(status, raw);
  if (method === 'HEAD' || status === 204 || status === 304) outgoing.end();
  // Text of ASCII alone goes out in one piece with the headers, which are Latin 1.
  else if (typeof body === 'string' && length === body.length) outgoing.end(body, 'latin1');
  else outgoing.end(typeof body === 'string' ? Buffer.from(body) : body);
}
